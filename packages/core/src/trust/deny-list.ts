import { sha256 } from '#sha256'
import { writeBase64 } from './base64.ts'
import { KID_BYTES, kidKey } from './kid-key.ts'
import { demand, demandArray, demandBase64, demandRecord, demandText } from './list-shape.ts'

/** A certificate, by its kid, or a key, by the SHA-256 of its SPKI, that must never be believed again. */
export type Denied = DeniedKid | DeniedKey

/** One certificate, or every one with this kid. */
export interface DeniedKid {
  /** 8 bytes. */
  readonly kid: Uint8Array
  /** A word or some with hyphens: "compromised". */
  readonly reason: string
}

/** A key, whatever certificates it has. */
export interface DeniedKey {
  /** SHA-256 of the SubjectPublicKeyInfo, DER: 32 bytes. */
  readonly key: Uint8Array
  readonly reason: string
}

/** What nobody may undo: entries are only ever added. */
export interface DenyList {
  readonly entries: readonly Denied[]
  deniesKid(kid: Uint8Array): boolean
  /** Of a SubjectPublicKeyInfo, DER. */
  deniesKey(spki: Uint8Array): boolean
}

/** A deny list as JSON. Bytes in base64. */
export interface DenyListJson {
  readonly format: 'vaxcert-deny-list'
  readonly version: 1
  readonly denied: readonly DeniedJson[]
}

/** One entry of it. */
export type DeniedJson =
  | { readonly kid: string; readonly reason: string }
  | { readonly key: string; readonly reason: string }

/** Entries that a list may hold. */
const MAX_DENIED = 20_000

/** Indexes what is denied. */
export function denyList(entries: readonly Denied[]): DenyList {
  const kids = new Set(entries.map((entry) => ('kid' in entry ? kidKey(entry.kid) : '')))
  const keys = new Set(entries.map((entry) => ('key' in entry ? writeBase64(entry.key) : '')))
  return {
    entries: [...entries],
    deniesKid: (kid) => kid.length === KID_BYTES && kids.has(kidKey(kid)),
    deniesKey: (spki) => keys.size > 0 && keys.has(writeBase64(sha256(spki))),
  }
}

/** The same text for the same kid or key, whatever the reason. */
export function deniedId(entry: { readonly kid: Uint8Array } | { readonly key: Uint8Array }): string {
  return 'kid' in entry ? `kid ${writeBase64(entry.kid)}` : `key ${writeBase64(entry.key)}`
}

/**
 * Reads what JSON.parse made of a deny list: `{format, version, denied}`, each entry `{kid, reason}` or `{key, reason}`.
 * @throws Fault `list.shape`, also when one kid or key stands twice
 */
export function readDenyList(json: unknown): DenyList {
  const { format, version, denied } = demandRecord(json, ['format', 'version', 'denied'])
  demand(format === 'vaxcert-deny-list' && version === 1, 'format or version')
  const entries = demandArray(denied, MAX_DENIED).map(readDenied)
  demand(new Set(entries.map(deniedId)).size === entries.length, 'denied twice')
  return denyList(entries)
}

/** Writes entries in their order; `readDenyList` gives them back. */
export function writeDenyList(entries: readonly Denied[]): DenyListJson {
  const denied = entries.map(
    (entry): DeniedJson =>
      'kid' in entry
        ? { kid: writeBase64(entry.kid), reason: entry.reason }
        : { key: writeBase64(entry.key), reason: entry.reason },
  )
  return { format: 'vaxcert-deny-list', version: 1, denied }
}

function readDenied(json: unknown): Denied {
  const byKid = typeof json === 'object' && json !== null && 'kid' in json
  const fields: Readonly<Record<string, unknown>> = demandRecord(json, [byKid ? 'kid' : 'key', 'reason'])
  const reason = demandText(fields.reason, /^[a-z]+(?:-[a-z]+)*$/, 40)
  return byKid ? { kid: demandBase64(fields.kid, 8), reason } : { key: demandBase64(fields.key, 32), reason }
}
