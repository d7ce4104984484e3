import { algorithmById, CborTag, type CborValue, readCbor } from '@vaxcert/core/cose'
import { base64, hex } from '../terminal.ts'
import { cborJson } from './cbor-json.ts'

/** A COSE message taken apart for people (RFC 9052 §4.2). Byte strings in hex, headers as `cborJson`. */
export interface CoseLayer {
  readonly bytes: number
  readonly hex: string
  /** Outermost first. */
  readonly tags?: readonly number[]
  readonly protected?: unknown
  readonly unprotected?: unknown
  readonly algorithm?: string
  readonly kid?: { readonly hex: string; readonly base64: string }
  readonly payload?: string
  readonly signature?: string
}

const ALGORITHM = 1
const KID = 4

/** As much of a message as can be read: it may be none that a verifier would take. */
export function coseLayer(cose: Uint8Array): CoseLayer {
  const { tags, message } = untagged(tryCbor(cose, [18, 61]))
  const [protectedBytes, unprotectedHeader, payload, signature] = Array.isArray(message) ? message : []
  const protectedHeader = protectedBytes instanceof Uint8Array ? tryCbor(protectedBytes, []) : undefined
  const algorithm = headerOf(ALGORITHM, protectedHeader, unprotectedHeader)
  const kid = headerOf(KID, protectedHeader, unprotectedHeader)
  return {
    bytes: cose.length,
    hex: hex(cose),
    tags,
    ...(protectedHeader !== undefined && { protected: cborJson(protectedHeader) }),
    ...(unprotectedHeader !== undefined && { unprotected: cborJson(unprotectedHeader) }),
    ...(algorithm !== undefined && { algorithm: algorithmById(algorithm)?.name ?? 'unknown' }),
    ...(kid instanceof Uint8Array && { kid: { hex: hex(kid), base64: base64(kid) } }),
    ...(payload instanceof Uint8Array && { payload: hex(payload) }),
    ...(signature instanceof Uint8Array && { signature: hex(signature) }),
  }
}

/** Undefined when the bytes are not CBOR as we read it. */
export function tryCbor(bytes: Uint8Array, tags: readonly number[]): CborValue {
  try {
    return readCbor(bytes, { code: 'cose.shape', tags })
  } catch {
    return undefined
  }
}

function untagged(value: CborValue): { readonly tags: readonly number[]; readonly message: CborValue } {
  if (!(value instanceof CborTag)) return { tags: [], message: value }
  const { tags, message } = untagged(value.value)
  return { tags: [value.tag, ...tags], message }
}

/** The protected one wins (hcert §3.3.3). */
function headerOf(label: number, ...headers: readonly CborValue[]): CborValue {
  return headers
    .map((header) => (header instanceof Map ? header.get(label) : undefined))
    .find((value) => value !== undefined)
}
