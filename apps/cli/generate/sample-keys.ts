import { createPrivateKey } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import { type DocumentSigner, writeTrustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { readKeyFiles } from '../src/keys/key-files.ts'
import { signPss } from './bytes/pss.ts'

export const keyNames = [
  'dsc-vaccination',
  'dsc-test',
  'dsc-recovery',
  'dsc-all',
  'dsc-legacy',
  'dsc-rsa',
  'dsc-expired',
  'stranger',
  'facility',
] as const

export type KeyName = (typeof keyNames)[number]

/** A key of keys-sample. */
export interface SampleKey {
  readonly documentSigner: DocumentSigner
  /** PKCS#8, DER. */
  readonly pkcs8: Uint8Array
  /** Gives the same signature for the same bytes: RFC 6979 for ES256, a fixed salt for PS256. */
  sign(toBeSigned: Uint8Array): Uint8Array | Promise<Uint8Array>
}

const folder = fileURLToPath(new URL('../../../keys-sample/', import.meta.url))
const salt = Uint8Array.from({ length: 32 }, (_, index) => index)
const known = new Map<KeyName, SampleKey>()

export function sampleKey(name: KeyName): SampleKey {
  const key = known.get(name) ?? readSampleKey(name)
  known.set(name, key)
  return key
}

/** Every key by its file in test-vectors: what an issuing vector signs with, and whose it is. */
export function keyFiles(): ReadonlyMap<string, unknown> {
  return new Map(
    keyNames.map((name) => {
      const { documentSigner, pkcs8 } = sampleKey(name)
      const about = 'SAMPLE: protects nothing, everybody has it.'
      const [signer] = writeTrustList([documentSigner]).signers
      return [`keys/${name}.json`, { about, documentSigner: signer, pkcs8: Buffer.from(pkcs8).toString('base64') }]
    }),
  )
}

function readSampleKey(name: KeyName): SampleKey {
  const { certificate, privateKey } = readKeyFiles(`${folder}${name}`)
  const documentSigner = documentSignerFromCertificate(certificate)
  const key = createPrivateKey(privateKey)
  const pkcs8 = new Uint8Array(key.export({ format: 'der', type: 'pkcs8' }))
  const { kid, algorithm } = documentSigner
  if (algorithm === 'PS256') return { documentSigner, pkcs8, sign: (toBeSigned) => signPss(key, toBeSigned, { salt }) }
  const { sign } = deterministicSigner({ kid, pkcs8 })
  return { documentSigner, pkcs8, sign }
}
