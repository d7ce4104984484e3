import { encodeBase45, PREFIX } from '@vaxcert/core/dcc'
import { deflate } from 'pako'
import { array, bytes, type Encodable, type Entries, type Item, int, json, map, tag, text } from './bytes/cbor.ts'
import { type KeyName, sampleKey } from './sample-keys.ts'

/** What a certificate is made from. */
export interface Certificate {
  readonly dcc: Encodable
  /** What the HCERT claim holds in place of the certificate alone. */
  readonly hcert?: Entries
  readonly iss: string
  /** Seconds since 1970. */
  readonly iat: number
  readonly exp: number
  readonly key: KeyName
  /** Stands in the unprotected header, where nobody signs it. */
  readonly unprotected: Entries
}

export interface Headers {
  readonly protected: Entries
  readonly unprotected: Entries
}

/** A certificate layer by layer, in the order in which they are made. */
export interface Layers {
  /** The certificate as JSON. */
  readonly dcc: Encodable
  /** The certificate as CBOR. */
  readonly item: Item
  /** The claims around it. */
  readonly claims: Entries
  readonly payload: Uint8Array
  readonly headers: Headers
  /** Content of the protected header. */
  readonly protectedBytes: Uint8Array
  readonly signature: Uint8Array
  /** The elements of the COSE_Sign1 array, encoded. */
  readonly message: readonly Item[]
  readonly cose: Uint8Array
  readonly zlib: Uint8Array
  readonly base45: string
  readonly text: string
}

/** One layer made otherwise than it should be; those above it are made from it as always. */
export type Change = { readonly [L in keyof Layers]: LayerChange<L> }[keyof Layers]

interface LayerChange<L extends keyof Layers> {
  readonly layer: L
  /** Gets the layer as it should be, and all that lie below it. */
  readonly make: (right: Layers[L], below: Layers) => Layers[L] | Promise<Layers[L]>
}

export async function makeLayers(certificate: Certificate, change?: Change): Promise<Layers> {
  const layers: { -readonly [L in keyof Layers]?: Layers[L] } = {}
  for (const layer of order) {
    const right = await rightLayer[layer](layers as Layers, certificate)
    const make = change?.layer === layer ? (change.make as (right: unknown, below: Layers) => unknown) : undefined
    Object.assign(layers, { [layer]: make === undefined ? right : await make(right, layers as Layers) })
  }
  return layers as Layers
}

/** Sig_structure (RFC 9052 §4.4). */
export function toBeSigned({ protectedBytes, payload }: Pick<Layers, 'protectedBytes' | 'payload'>): Uint8Array {
  return array(text('Signature1'), bytes(protectedBytes), bytes(new Uint8Array()), bytes(payload))
}

type Maker<L extends keyof Layers> = (below: Layers, certificate: Certificate) => Layers[L] | Promise<Layers[L]>

/** How each layer should be made from those below it (hcert §3–4). pako packs as most issuers do, the same on every machine. */
const rightLayer: { readonly [L in keyof Layers]: Maker<L> } = {
  dcc: (_, { dcc }) => dcc,
  item: ({ dcc }) => json(dcc),
  claims: ({ item }, { iss, iat, exp, hcert = [[int(1), item]] }) => [
    [int(1), text(iss)],
    [int(4), int(exp)],
    [int(6), int(iat)],
    [int(-260), map(hcert)],
  ],
  payload: ({ claims }) => map(claims),
  headers: (_, { key, unprotected }) => ({ protected: protectedHeader(key), unprotected }),
  protectedBytes: ({ headers }) => map(headers.protected),
  signature: (below, { key }) => sampleKey(key).sign(toBeSigned(below)),
  message: ({ protectedBytes, headers, payload, signature }) => [
    bytes(protectedBytes),
    map(headers.unprotected),
    bytes(payload),
    bytes(signature),
  ],
  cose: ({ message }) => tag(18, array(...message)),
  zlib: ({ cose }) => deflate(cose, { level: 9 }),
  base45: ({ zlib }) => encodeBase45(zlib),
  text: ({ base45 }) => PREFIX + base45,
}

const order = Object.keys(rightLayer) as readonly (keyof Layers)[]

const algorithmIds = { ES256: -7, PS256: -37 } as const

function protectedHeader(key: KeyName): Entries {
  const { algorithm, kid } = sampleKey(key).documentSigner
  return [
    [int(1), int(algorithmIds[algorithm])],
    [int(4), bytes(kid)],
  ]
}
