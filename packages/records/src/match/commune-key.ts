import { headingKey } from '../read/heading-key.ts'

/** By code, "90003": the name of a commune as it is compared. Of a code that both lists have, the older one's. */
export type CommuneKeys = ReadonlyMap<string, string>

/** From communes by list and code, "2004-63/90003". */
export function communeKeys(communes: ReadonlyMap<string, string>): CommuneKeys {
  const keys = new Map<string, string>()
  for (const [key, name] of [...communes].toSorted(([a], [b]) => (a < b ? 1 : -1)))
    keys.set(key.slice(8), headingKey(name))
  return keys
}

/** A commune by its code or its name, as it is compared; '' for none. */
export function communeKey(text: string, keys: CommuneKeys): string {
  return keys.get(text.trim()) ?? headingKey(text)
}
