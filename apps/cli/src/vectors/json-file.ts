import { createHash } from 'node:crypto'
import { beyondLimit, type CheckResult, fileChecks, isBag, type SuiteFile, unread } from './check-result.ts'
import { readingProblem, readRegularFile } from './regular-file.ts'

/** The largest Wycheproof file has 2 MB. */
export const MAX_FILE_BYTES: number = 32 * 1024 * 1024
/** Deeper JSON belongs to no suite, and walking through it is left out. */
const MAX_NESTING = 64

/** Drops a byte order mark: several countries write one. */
const utf8 = new TextDecoder('utf-8')

/** JSON that is no vector: rules, trust lists, settings. */
export const strayFile: CheckResult = {
  check: fileChecks.file,
  result: 'skipped',
  reason: 'belongs to no suite we know',
}

/** A file as JSON object; else how it counts; undefined for a file that is no JSON at all. */
export function readJsonFile(path: string): SuiteFile | CheckResult | undefined {
  const named = path.toLowerCase().endsWith('.json')
  const bytes = bytesOf(path)
  if (bytes === undefined) return named ? beyondLimit(`larger than ${MAX_FILE_BYTES >> 20} MiB`) : undefined
  if ('check' in bytes) return bytes
  const text = utf8.decode(bytes).trimStart()
  if (!text.startsWith('{') && !named) return undefined
  const json = parse(text)
  if (json === undefined) return unread('is not JSON')
  if (isDeeperThan(json, MAX_NESTING)) return beyondLimit(`nested deeper than ${MAX_NESTING} levels`)
  return isBag(json) ? { path, json, digest: createHash('sha256').update(bytes).digest('hex') } : strayFile
}

function bytesOf(path: string): Buffer | CheckResult | undefined {
  try {
    return readRegularFile(path, MAX_FILE_BYTES)
  } catch (error) {
    return unread(`cannot be read: ${readingProblem(error)}`)
  }
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
