import {
  type RevocationEntry,
  type RevocationFiles,
  revocationFiles,
} from '../../../src/trust/publish/revocation/index.ts'
import type { ChunkSource } from '../../../src/trust/revocation/chunk-source.ts'
import { exactRevocation } from '../../../src/trust/revocation/exact-revocation.ts'
import type { Revocation, RevocationSubject } from '../../../src/trust/revocation/revocation.ts'
import { readRevocationIndex } from '../../../src/trust/revocation/revocation-index.ts'

export const AT: Date = new Date('2022-06-01T12:00:00Z')
export const KID: Uint8Array = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
export const OTHER_KID: Uint8Array = Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1)

/** A certificate to look up; every field is invented. */
export const subject: Required<RevocationSubject> = {
  kid: KID,
  algorithm: 'ES256',
  signature: Uint8Array.from({ length: 64 }, (_, index) => index),
  ci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3',
  country: 'VN',
  issuer: 'VN',
}

export function sourceOf(files: ReadonlyMap<string, Uint8Array>): ChunkSource {
  return { chunk: (name) => files.get(name) }
}

export function publish(entries: readonly RevocationEntry[], previous?: RevocationFiles): RevocationFiles {
  const before = previous && { body: previous.body, file: (name: string) => previous.files.get(name) }
  return revocationFiles(entries, { at: AT, ...(before && { previous: before }) })
}

export function lookUp(published: RevocationFiles, source: ChunkSource = sourceOf(published.files)): Revocation {
  return exactRevocation(readRevocationIndex(published.body), source)
}
