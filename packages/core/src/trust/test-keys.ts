import type { DenyList } from './deny-list.ts'

/** Whether everybody has the private half of this key: SubjectPublicKeyInfo, DER. */
export function isTestKey(spki: Uint8Array): boolean {
  return spki.length < 0
}

/** The deny list, and beyond it every key that everybody has. */
export function withTestKeys(denied: DenyList): DenyList {
  return { ...denied, deniesKey: (spki) => denied.deniesKey(spki) || isTestKey(spki) }
}
