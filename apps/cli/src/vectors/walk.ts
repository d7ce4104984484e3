import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beyondLimit, type CheckResult, unread } from './check-result.ts'
import { readingProblem } from './regular-file.ts'

/** No suite nests deeper or holds more files. */
export const MAX_DEPTH = 32
export const MAX_FILES = 100_000

/** What lies in a folder and below it. */
export interface Walk {
  /** Paths of the regular files, in the order of their names. */
  readonly files: readonly string[]
  /** What was not looked at, and why. */
  readonly missed: readonly Missed[]
}

export interface Missed {
  readonly path: string
  readonly result: CheckResult
}

/**
 * Goes through a folder. Symbolic links are followed, each folder is entered once. Folders that cannot be read, broken
 * links, pipes and devices are missed, and so is what lies deeper or is more than any suite has.
 */
export function walk(folder: string): Walk {
  const [files, missed]: [string[], Missed[]] = [[], []]
  const entered = new Set<string>()
  let full = false
  attempt(folder, () => enter(folder, 0))
  if (full) miss(folder, beyondLimit(`more than ${MAX_FILES} files`))
  return { files, missed }

  function enter(path: string, depth: number): void {
    const real = realpathSync(path)
    if (entered.has(real)) return
    entered.add(real)
    if (depth > MAX_DEPTH) miss(path, beyondLimit(`deeper than ${MAX_DEPTH} folders`))
    else look(path, depth)
  }

  function look(path: string, depth: number): void {
    const { names, illegible } = namesIn(path)
    for (const name of illegible) miss(join(path, name), unread('name is not UTF-8'))
    for (const name of names) attempt(join(path, name), () => visit(join(path, name), depth))
  }

  function visit(path: string, depth: number): void {
    const stats = statSync(path)
    if (stats.isDirectory()) enter(path, depth + 1)
    else if (!stats.isFile()) miss(path, unread('no regular file'))
    else if (files.length < MAX_FILES) files.push(path)
    else full = true
  }

  function attempt(path: string, read: () => void): void {
    try {
      read()
    } catch (error) {
      miss(path, unread(`cannot be read: ${readingProblem(error)}`))
    }
  }

  function miss(path: string, result: CheckResult): void {
    missed.push({ path, result })
  }
}

/** Names in order, apart from those that the system could not be asked for again by their text. */
function namesIn(folder: string): { readonly names: readonly string[]; readonly illegible: readonly string[] } {
  const names: string[] = []
  const illegible: string[] = []
  for (const bytes of readdirSync(folder, { encoding: 'buffer' })) {
    const name = bytes.toString()
    const list = bytes.equals(Buffer.from(name)) ? names : illegible
    list.push(name)
  }
  return { names: names.sort(), illegible: illegible.sort() }
}
