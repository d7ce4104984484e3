import { type DoseKey, keyColumns, SEPARATOR } from './dose-key.ts'

/** SQL for a row of `dose_key` as one text. */
export const packedKey: string = `concat_ws(E'\\x1f', ${keyColumns.join(', ')})`

/** The row of such a text. */
export function unpackKey(packed: string): DoseKey {
  const cells = packed.split(SEPARATOR)
  const key: Record<string, string | number | boolean> = {}
  for (let at = 0; at < keyColumns.length; at += 1) key[keyColumns[at] as string] = cells[at] ?? ''
  key.row = Number(key.row)
  key.filled = Number(key.filled)
  for (const flag of flags) key[flag] = key[flag] === 't'
  return key as unknown as DoseKey
}

const flags = ['agrees', 'lot_known', 'domestic', 'given'] as const
