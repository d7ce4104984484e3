import { sha256 } from '#sha256'
import { readBase64 } from './base64.ts'
import type { DenyList } from './deny-list.ts'
import { KID_BYTES, kidKey } from './kid-key.ts'
import { TEST_KEY_HASHES } from './test-key-hashes.ts'

/** Public keys whose private halves are published: of our samples, of the EU's test systems, of demonstrations. */
const testKeys: ReadonlySet<string> = new Set(pieces(readBase64(TEST_KEY_HASHES) ?? new Uint8Array()))

/** Whether everybody has the private half of this key: SubjectPublicKeyInfo, DER. */
export function isTestKey(spki: Uint8Array): boolean {
  return testKeys.has(kidKey(sha256(spki, KID_BYTES)))
}

/** The deny list, and beyond it every key that everybody has. */
export function withTestKeys(denied: DenyList): DenyList {
  return { ...denied, deniesKey: (spki) => denied.deniesKey(spki) || isTestKey(spki) }
}

function pieces(hashes: Uint8Array): readonly string[] {
  const count = hashes.length / KID_BYTES
  return Array.from({ length: count }, (_, at) => kidKey(hashes.subarray(at * KID_BYTES, (at + 1) * KID_BYTES)))
}
