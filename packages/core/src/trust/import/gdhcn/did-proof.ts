import { Fault } from '../../../fault.ts'
import { readBase64Url } from '../../base64.ts'
import { demand, demandRecord, demandText } from '../../list-shape.ts'

/** What a proof says of itself; signed together with the document. */
export interface ProofOptions {
  /** "2026-08-22T17:05:01Z". */
  readonly created: string
  /** What makes this proof unlike every other. */
  readonly nonce: string
  /** DID under which the key that signed is published. Readers do not look it up: they pin a key. */
  readonly verificationMethod: string
}

/** A JsonWebSignature2020 for the purpose assertionMethod. */
export interface DidProof extends ProofOptions {
  /** Header in base64url, nothing, signature in base64url, with dots between (RFC 7515 appendix F). */
  readonly jws: string
}

/** The only header there is: ES256 over bytes that are not base64url-encoded (RFC 7797). */
const header = { b64: false, crit: ['b64'], alg: 'ES256' } as const

/** The header as WHO writes it. */
export const headerText: string = JSON.stringify(header)

/**
 * Reads the proof of a document, its signature unread.
 * @throws Fault `list.shape`
 */
export function readProof(json: unknown): DidProof {
  const names = ['type', 'created', 'nonce', 'proofPurpose', 'verificationMethod', 'jws'] as const
  const fields = demandRecord(json, names)
  demand(fields.type === 'JsonWebSignature2020', 'type of the proof')
  demand(fields.proofPurpose === 'assertionMethod', 'purpose of the proof')
  return {
    created: readTime(fields.created),
    nonce: demandText(fields.nonce, /^[A-Za-z0-9+/=_-]+$/, 128),
    verificationMethod: demandText(fields.verificationMethod, /^did:web:[A-Za-z0-9.:_-]+(#[A-Za-z0-9+/=_-]+)?$/, 512),
    jws: demandText(fields.jws, /^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]*$/, 512),
  }
}

/**
 * Header of a proof, as it is signed, and its signature.
 * @throws Fault `source.signature` for a header that promises anything but ES256 over unencoded bytes
 */
export function splitJws(jws: string): { readonly header: string; readonly signature: Uint8Array } {
  const [encoded = '', , signature = ''] = jws.split('.')
  const [headerBytes, signatureBytes] = [readBase64Url(encoded), readBase64Url(signature)]
  if (headerBytes === undefined || signatureBytes === undefined || !isHeader(new TextDecoder().decode(headerBytes)))
    throw new Fault('source.signature', 'header of the proof')
  return { header: encoded, signature: signatureBytes }
}

/** The members may stand in any order, each once. */
function isHeader(text: string): boolean {
  try {
    const fields: unknown = JSON.parse(text)
    const { alg, b64, crit } = demandRecord(fields, ['alg', 'b64', 'crit'])
    const same = alg === header.alg && b64 === header.b64 && JSON.stringify(crit) === JSON.stringify(header.crit)
    return same && JSON.stringify(fields) === text
  } catch {
    return false
  }
}

function readTime(value: unknown): string {
  const text = demandText(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 20)
  const time = Date.parse(text)
  demand(Number.isFinite(time) && new Date(time).toISOString() === text.replace('Z', '.000Z'), 'no such time')
  return text
}
