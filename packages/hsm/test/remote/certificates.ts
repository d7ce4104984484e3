import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Signer } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import type { Dcc } from '@vaxcert/core/dcc'
import { type Authority, composeVaccination, makeUvci, prepare } from '@vaxcert/core/issue'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'

const folder = new URL('../../../../keys-sample/', import.meta.url)

/** A document signer of keys-sample, with its key in memory. */
export interface SampleKey {
  readonly signer: Signer
  readonly certificate: DocumentSigner
  /** In hex. */
  readonly kid: string
}

export function sampleKey(name: string): SampleKey {
  const certificate = documentSignerFromCertificate(readFileSync(new URL(`${name}.pem`, folder), 'utf8'))
  const pem = readFileSync(new URL(`${name}.key.pem`, folder), 'utf8')
  const pkcs8 = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' })
  const signer = memorySigner({ kid: certificate.kid, algorithm: certificate.algorithm, pkcs8 })
  return { signer, certificate, kid: Buffer.from(certificate.kid).toString('hex') }
}

/** When everything in these tests happens. */
export const NOW: Date = new Date('2022-06-01T08:00:00Z')

/** An invented person's certificate, before anybody signed it. */
export function sampleDcc(change: { readonly uvci?: string; readonly day?: string } = {}): Dcc {
  const { uvci = makeUvci({ country: 'VN' }), day = '2021-08-14' } = change
  const dose = { id: '1', product: 'EU/1/20/1528', date: day, country: 'VN' }
  const person = { name: { fullName: 'NGUYỄN THỊ ÁNH' }, birthDate: '1990-03-12' }
  return composeVaccination({ person, dose, timeline: [dose], uvci }, 'Ministry of Health')
}

/** The bytes to be signed of a fresh certificate, as the issuing side lays them out. */
export function sampleToBeSigned(
  { signer, certificate }: SampleKey,
  issuedAt: Date = NOW,
  dcc: Dcc = sampleDcc(),
): Uint8Array {
  const authority: Authority = { signer, documentSigner: certificate, country: 'VN', issuer: 'Ministry of Health' }
  return prepare(dcc, authority, { issuedAt }).toBeSigned
}
