import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Approver, readApprovers } from '@vaxcert/batch/plan'
import type { Signer } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import type { Authority } from '@vaxcert/core/issue'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import type { SealSigner } from '@vaxcert/records/confirm'

/** In whose name everything here is issued. */
export const ISSUER = 'SAMPLE Ministry of Health'

/** Folder of the sample keys, from the root of the repository, where `npm run` starts us and our children. */
const FOLDER = 'keys-sample'

function pem(name: string): string {
  return readFileSync(join(FOLDER, `${name}.pem`), 'utf8')
}

/** The path of a sample's private key, in PEM. */
export function sampleKeyPath(name: string): string {
  return join(FOLDER, `${name}.key.pem`)
}

function pkcs8(name: string): Uint8Array {
  return createPrivateKey(pem(`${name}.key`)).export({ type: 'pkcs8', format: 'der' })
}

/** Whoever holds a sample key. */
export function sampleAuthority(name = 'dsc-vaccination'): Authority {
  const documentSigner = documentSignerFromCertificate(pem(name))
  const { kid, algorithm } = documentSigner
  const signer = memorySigner({ kid, algorithm, pkcs8: pkcs8(name) })
  return { signer, documentSigner, country: 'VN', issuer: ISSUER }
}

/** A key that is not the one of the certificate, and signs all the same. */
export function strangeSigner({ kid, algorithm }: Signer): Signer {
  return memorySigner({ kid, algorithm, pkcs8: pkcs8('stranger') })
}

/** Somebody who approves batches. */
export interface Person {
  readonly signer: SealSigner
  /** DER. */
  readonly certificate: Uint8Array
}

const names = { 'Trần Thị Mẫu': 'facility', 'Lê Văn Mẫu': 'list-1' } as const

/** Two people, and the register that knows them. */
export function approvers(): { readonly people: readonly Person[]; readonly register: readonly Approver[] } {
  const people = Object.values(names).map(personOf)
  const entries = Object.keys(names).map((name, at) => ({ name, certificate: fingerprint(people[at]) }))
  return { people, register: readApprovers({ approvers: entries }) }
}

function personOf(name: string): Person {
  const certificate = new X509Certificate(pem(name)).raw
  return { signer: memorySigner({ kid: new Uint8Array(8), algorithm: 'ES256', pkcs8: pkcs8(name) }), certificate }
}

function fingerprint(person: Person | undefined): string {
  return createHash('sha256')
    .update(person?.certificate ?? '')
    .digest('hex')
}
