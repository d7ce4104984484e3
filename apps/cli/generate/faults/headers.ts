import { bytes, type Entries, hexItem, type Item, int, wideHead } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import type { Change, Headers, Layers } from '../layers.ts'
import { type KeyName, sampleKey } from '../sample-keys.ts'

/** Header parameters (RFC 9052 §3.1). */
export const ALG = 1
export const CRIT = 2
export const KID = 4

function headers(make: (right: Headers) => Headers): Change {
  return { layer: 'headers', make }
}

/** One parameter with another value. */
function replaced(entries: Entries, label: number, value: Item): Entries {
  const key = int(label)
  return entries.map((entry) => (isKey(entry[0], key) ? ([key, value] as const) : entry))
}

function removed(entries: Entries, label: number): Entries {
  return entries.filter(([key]) => !isKey(key, int(label)))
}

function isKey(left: Item, right: Item): boolean {
  return Buffer.compare(left, right) === 0
}

export function kidOf(name: KeyName): Item {
  return bytes(sampleKey(name).documentSigner.kid)
}

/** Eight bytes that no signer has as its kid. */
export const strangeKid: Item = hexItem('48ffeeddccbbaa9988')

/** Another algorithm, authenticated. */
export function algorithm(value: Item): Change {
  return headers((right) => ({ ...right, protected: replaced(right.protected, ALG, value) }))
}

/** Another kid, authenticated. */
export function kid(value: Item): Change {
  return headers((right) => ({ ...right, protected: replaced(right.protected, KID, value) }))
}

/** The kid as it is, moved to the unprotected header, or another one there. */
export function kidUnprotectedOnly(value: Item = kidOf('dsc-all')): Change {
  return headers((right) => ({ protected: removed(right.protected, KID), unprotected: [[int(KID), value]] }))
}

export const noKid: Change = headers((right) => ({ ...right, protected: removed(right.protected, KID) }))
export const noAlgorithm: Change = headers((right) => ({ ...right, protected: removed(right.protected, ALG) }))

export const algorithmUnprotected: Change = headers((right) => ({
  protected: removed(right.protected, ALG),
  unprotected: [[int(ALG), int(-7)]],
}))

/** One more parameter at the end, protected or not. */
export function more(bucket: keyof Headers, key: Item, value: Item): Change {
  return headers((right) => ({ ...right, [bucket]: [...right[bucket], [key, value]] }))
}

/** What hcert wants protected, to be put where it is not. */
export const algorithmAndKid: Entries = [
  [int(ALG), int(-7)],
  [int(KID), kidOf('dsc-all')],
]

/** A kid that fits and one that does not, in the two headers. */
export function kids(inProtected: Item, inUnprotected: Item): Change {
  return headers((right) => ({
    protected: replaced(right.protected, KID, inProtected),
    unprotected: [[int(KID), inUnprotected]],
  }))
}

/** Kid before alg, as a third of all issuers write them. */
export const reversed: Change = headers((right) => ({ ...right, protected: right.protected.toReversed() }))

/** The protected header in bytes that no canonical encoder would write. */
export function inLongForms({ headers: { protected: entries } }: Pick<Layers, 'headers'>): Uint8Array {
  const [alg, id] = entries.map(([, value]) => value)
  const wideMap = wideHead(5, entries.length, 2)
  return joinBytes(wideMap, wideHead(0, ALG, 1), alg ?? [], wideHead(0, KID, 8), id ?? [])
}

/** Signed and sent in long forms. */
export const longForms: Change = { layer: 'protectedBytes', make: (_, below) => inLongForms(below) }

/** Bytes in the place of the protected header. */
export function protectedBytes(make: (right: Uint8Array) => Uint8Array): Change {
  return { layer: 'protectedBytes', make }
}
