import { readCbor } from '../cose/cbor-reader.ts'
import { parseSign1, type Sign1 } from '../cose/sign1.ts'
import { Fault } from '../fault.ts'
import { decodeBase45 } from './base45.ts'
import { readClaims } from './payload.ts'
import { removePrefix } from './text.ts'
import type { Claims, DocumentClaims, Profile } from './types.ts'
import { inflate } from './zlib.ts'

/** A signed text read layer by layer and **not believed**: nobody looked at its signature. */
export interface DecodedText {
  /** The whole text, "HC1:…". */
  readonly text: string
  /** What the base45 stands for: a zlib stream. */
  readonly compressed: Uint8Array
  /** The COSE_Sign1 message. */
  readonly cose: Uint8Array
  readonly message: Sign1
  readonly claims: Claims | DocumentClaims
}

/** The same of a text that holds the EU's certificate. */
export interface DecodedDcc extends DecodedText {
  readonly claims: Claims
}

/** Everything that could be read; when something could not, the layers above it and the code. */
export type Decoded =
  | { readonly ok: true; readonly layers: DecodedText }
  | { readonly ok: false; readonly code: string; readonly detail: string; readonly layers: Partial<DecodedText> }

/**
 * Takes an HC1 text apart without any trust, for inspection and for tests across countries.
 * Never throws on any text; to believe a certificate, call `verify`.
 */
export function decode(text: string, profile: Profile = 'eu'): Decoded {
  const layers: { -readonly [Layer in keyof DecodedText]?: DecodedText[Layer] } = { text }
  try {
    const compressed = decodeBase45(removePrefix(text))
    layers.compressed = compressed
    const cose = inflate(compressed)
    layers.cose = cose
    const message = parseSign1(cose)
    layers.message = message
    const claims = readPayload(message.payload, profile)
    return { ok: true, layers: { text, compressed, cose, message, claims } }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { ok: false, code: error.code, detail: error.message, layers }
  }
}

/**
 * The payload of a message as claims. Tag 0 may mark a date-time: issuers of five countries wrote it.
 * @throws Fault `claims.shape`, `dcc.schema`
 */
export function readPayload(payload: Uint8Array, profile: Profile): Claims | DocumentClaims {
  const tags = profile === 'eu' ? [0] : []
  return readClaims(readCbor(payload, { code: 'claims.shape', tags }), profile)
}
