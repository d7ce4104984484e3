import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { isBag, type SuiteFile } from './check-result.ts'

/** The largest Wycheproof file has 2 MB. */
export const MAX_FILE_BYTES: number = 8 * 1024 * 1024
/** Deeper JSON belongs to no suite, and walking through it is left out. */
const MAX_NESTING = 64

/** Drops a byte order mark: several countries write one. */
const utf8 = new TextDecoder('utf-8')

/**
 * A file as JSON object; `other` for JSON that can be no suite's (broken, an array, too large, too deep);
 * undefined for a file that is no JSON at all.
 */
export function readJsonFile(path: string): SuiteFile | 'other' | undefined {
  const named = path.toLowerCase().endsWith('.json')
  if (statSync(path).size > MAX_FILE_BYTES) return named ? 'other' : undefined
  const bytes = readFileSync(path)
  const text = utf8.decode(bytes).trimStart()
  if (!text.startsWith('{')) return named ? 'other' : undefined
  const json = parse(text)
  if (!isBag(json) || isDeeperThan(json, MAX_NESTING)) return 'other'
  return { path, json, digest: createHash('sha256').update(bytes).digest('hex') }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1))
}
