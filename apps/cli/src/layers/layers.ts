import { checkSchema, type Dcc, type Decoded, decode, hasValidCheckCharacter, PREFIX } from '@vaxcert/core/dcc'
import { hex } from '../terminal.ts'
import { cborJson } from './cbor-json.ts'
import { type CoseLayer, coseLayer, tryCbor } from './cose-layer.ts'
import { type DocumentLayer, documentLayers } from './document-layer.ts'
import { type TimesLayer, timesLayer } from './times-layer.ts'

/** Every layer of a certificate, as far as it could be read, and nothing of it believed. */
export interface Layers {
  readonly text?: string
  /** How many characters stand behind `HC1:`. */
  readonly base45?: { readonly characters: number }
  readonly zlib?: { readonly bytes: number; readonly hex: string }
  readonly cose?: CoseLayer
  /** The payload as it stands, labels and all. */
  readonly claims?: unknown
  readonly times?: TimesLayer
  readonly dcc?: Dcc
  /** Other health documents, alone or beside the certificate. */
  readonly documents?: readonly DocumentLayer[]
  /** Identifiers, and whether their check character is right. Many issuers compute it otherwise. */
  readonly uvci?: readonly { readonly ci: string; readonly checkCharacter: 'right' | 'wrong' | 'absent' }[]
  /** What a strict reading of eu-dcc-schema 1.3.2 would say against it. */
  readonly strictSchema?: readonly { readonly path: string; readonly rule: string }[]
}

/** What became of a text: its layers, and why there are no more of them. */
export interface Inspection {
  readonly ok: boolean
  readonly code?: string
  readonly layers: Layers
}

/** Takes a text apart. Never throws, whatever the text. */
export function inspect(text: string): Inspection {
  const decoded = decode(text)
  const layers = { text, ...outerLayers(decoded), ...innerLayers(decoded) }
  return decoded.ok ? { ok: true, layers } : { ok: false, code: decoded.code, layers }
}

function outerLayers({ layers: { text = '', compressed, cose } }: Decoded): Partial<Layers> {
  return {
    ...(compressed && { base45: { characters: text.length - PREFIX.length } }),
    ...(compressed && { zlib: { bytes: compressed.length, hex: hex(compressed) } }),
    ...(cose && { cose: coseLayer(cose) }),
  }
}

function innerLayers({ layers: { message, claims } }: Decoded): Partial<Layers> {
  const payload = message && tryCbor(message.payload, [0])
  const documents = documentLayers(payload)
  return {
    ...(payload !== undefined && { claims: cborJson(payload) }),
    ...(claims && { times: timesLayer(claims) }),
    ...(claims && 'dcc' in claims && certificateLayers(claims.dcc)),
    ...(documents.length > 0 && { documents }),
  }
}

function certificateLayers(dcc: Dcc): Partial<Layers> {
  return { dcc, uvci: uvcisOf(dcc), strictSchema: checkSchema(dcc, 'strict') }
}

function uvcisOf({ v = [], t = [], r = [] }: Dcc): NonNullable<Layers['uvci']> {
  return [...v, ...t, ...r].map(({ ci }) => {
    const right = hasValidCheckCharacter(ci)
    return { ci, checkCharacter: right === undefined ? 'absent' : right ? 'right' : 'wrong' }
  })
}
