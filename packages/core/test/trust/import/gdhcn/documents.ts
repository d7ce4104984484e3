import { deterministicSigner } from '../../../../src/cose/deterministic-signer.ts'
import type { Signer } from '../../../../src/cose/signer.ts'
import type { ForeignSource } from '../../../../src/trust/import/foreign-list.ts'
import type { DidDocument } from '../../../../src/trust/import/gdhcn/did-document.ts'
import type { VerificationMethod } from '../../../../src/trust/import/gdhcn/verification-method.ts'
import { type DidPlan, signDidDocument, writeDidDocument } from '../../../../src/trust/publish/did/index.ts'
import { BasicConstraintsExtension, type CertificatePlan, makeCertificate } from '../../certificate-maker.ts'

/** A throw-away key that signs documents. */
export interface ProofKey {
  readonly signer: Signer
  readonly spki: Uint8Array
}

export async function makeProofKey(): Promise<ProofKey> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey))
  return { signer: deterministicSigner({ kid: new Uint8Array(8), pkcs8 }), spki }
}

export const proofKey: ProofKey = await makeProofKey()

const cscaName = [{ C: ['VN'] }, { CN: ['SAMPLE CSCA'] }]

/** The key that signs every certificate made here, as a CSCA; and a DSC of another key. */
export const csca: Uint8Array = await makeCsca()
export const dsc: Uint8Array = await makeDsc({ spki: (await makeProofKey()).spki })

export function makeCsca(change: CertificatePlan = {}): Promise<Uint8Array> {
  return makeCertificate({ subject: cscaName, extensions: [new BasicConstraintsExtension(true)], ...change })
}

export function makeDsc(change: CertificatePlan): Promise<Uint8Array> {
  return makeCertificate({ extensions: [new BasicConstraintsExtension(false)], ...change })
}

/** A list of Viet Nam: one CSCA, one DSC. */
export const plan: DidPlan = {
  id: 'did:web:example.org:v2:trustlist',
  keys: [
    { certificate: csca, usage: 'CSCA', country: 'VN' },
    { certificate: dsc, usage: 'DSC', country: 'VN', csca },
  ],
  created: new Date('2026-03-01T10:00:00Z'),
  nonce: 'pT7qX2vLw9',
  verificationMethod: 'did:web:example.org:signing',
}

export function writePlan(change: Partial<DidPlan> = {}): Promise<string> {
  return writeDidDocument({ ...plan, ...change }, proofKey.signer)
}

/** The keys of the plan, changed before the document is signed. */
export async function signChanged(change: (method: VerificationMethod) => VerificationMethod): Promise<string> {
  const { id, controller, verificationMethod, proof }: DidDocument = JSON.parse(await writePlan())
  const { created, nonce, verificationMethod: signedBy } = proof
  const document = { id, controller, verificationMethod: verificationMethod.map(change) }
  return signDidDocument(document, { created, nonce, verificationMethod: signedBy }, proofKey.signer)
}

export function sourceOf(text: string, options: Partial<ForeignSource> = {}): ForeignSource {
  const files = [new TextEncoder().encode(text)]
  return { files, key: { spki: proofKey.spki }, at: new Date('2026-03-02T00:00:00Z'), ...options }
}
