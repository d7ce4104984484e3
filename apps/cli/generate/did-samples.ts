import { fileURLToPath } from 'node:url'
import type { Signer } from '@vaxcert/core/cose'
import { type DidKey, type DidPlan, signDidDocument, writeDidDocument } from '@vaxcert/core/trust/publish'
import { certificateKid } from '@vaxcert/core/trust/x509'
import { readKeyFiles } from '../src/keys/key-files.ts'
import { type ListKeyName, listKeyPair } from './list-keys.ts'

const folder = fileURLToPath(new URL('../../../keys-sample/', import.meta.url))

/** The plan of the samples; each may change some of it. */
const usual = {
  id: 'did:web:vaxcert.example:v2:trustlist',
  created: new Date('2022-05-31T12:00:00Z'),
  nonce: 'SAMPLE',
  verificationMethod: 'did:web:vaxcert.example:sample:signing',
} as const

/** A document of these certificates of keys-sample, signed with `list-1`. */
export function didDocument(names: readonly string[], change: Partial<DidPlan> = {}): Promise<string> {
  return didDocumentBy('list-1', names, change)
}

export function didDocumentBy(
  by: ListKeyName,
  names: readonly string[],
  change: Partial<DidPlan> = {},
): Promise<string> {
  return writeDidDocument({ ...usual, keys: names.map(didKey), ...change }, listKeyPair(by).signer)
}

/** Key identifier of a certificate of keys-sample, base64. */
export function kidOf(name: string): string {
  return Buffer.from(certificateKid(certificateOf(name))).toString('base64')
}

type Document = Parameters<typeof signDidDocument>[0]
type Proof = Parameters<typeof signDidDocument>[1]

/** The document of one DSC, which is changed before the right key signs. */
export async function changedDidDocument(
  change: (dsc: Document['verificationMethod'][number]) => Document['verificationMethod'][number],
): Promise<string> {
  const { id, controller, verificationMethod, proof }: Document & { proof: Proof } = JSON.parse(
    await didDocument(['dsc-all']),
  )
  const document = { id, controller, verificationMethod: verificationMethod.map(change) }
  return signDidDocument(document, proof, listKeyPair('list-1').signer)
}

/** The part of a list that holds the keys of Viet Nam; the right key signs such parts, too. */
export async function partialDidDocument(names: readonly string[]): Promise<string> {
  const { verificationMethod, proof }: Document & { proof: Proof } = JSON.parse(await didDocument(names))
  const controller = `${usual.id}:DCC`
  const keys = verificationMethod.map((key) => ({ ...key, controller }))
  const part = { id: `${controller}:VNM`, controller, verificationMethod: keys }
  return signDidDocument(part, proof, listKeyPair('list-1').signer)
}

/** A document whose proof has another header, made with the right key over just that header. */
export async function didDocumentUnder(header: string): Promise<string> {
  const encoded = Buffer.from(header).toString('base64url')
  const { signer } = listKeyPair('list-1')
  const hashes = 64
  const other: Signer = {
    ...signer,
    sign: (bytes) => signer.sign(Buffer.concat([Buffer.from(`${encoded}.`), bytes.subarray(-hashes)])),
  }
  const text = await writeDidDocument({ ...usual, keys: ['dsc-all'].map(didKey) }, other)
  return text.replace(/"jws":"[^.]+/, `"jws":"${encoded}`)
}

function didKey(name: string): DidKey {
  return { certificate: certificateOf(name), usage: name.endsWith('csca') ? 'CSCA' : 'DSC', country: 'VN' }
}

/** A certificate of keys-sample, DER. */
function certificateOf(name: string): Uint8Array {
  const pem = readKeyFiles(`${folder}${name}`).certificate
  return new Uint8Array(Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64'))
}
