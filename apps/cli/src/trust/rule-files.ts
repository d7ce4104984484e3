import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { readRules } from '@vaxcert/core/trust'
import type { ListContents } from '@vaxcert/core/trust/publish'
import { validateCertLogic } from '@vaxcert/core/verify/rules'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { jsonOf } from './contents.ts'

type RulesJson = ListContents['rules']
type RuleEntry = RulesJson['rules'][number]

const MAX_BYTES = 8 * 2 ** 20

/** Arrays and lists that may lie in each other. */
const MAX_DEPTH = 8

/**
 * Reads rules from files and folders: rules as the EU gateway gives them out, which are for entry, single or in
 * arrays; `{purposes, rule}`; or whole lists of ours. Of a folder all files `*.json` in it and below, but for what lies in
 * folders called `tests`. Sorted, so that the same rules give the same bytes.
 * @throws CommanderError with exit code 2 for a file that holds no rule, or one that no engine can evaluate
 */
export async function readRuleFiles(paths: readonly string[], io: Io): Promise<RulesJson> {
  const rules: RuleEntry[] = []
  for (const path of paths.flatMap((given) => filesIn(given, io))) rules.push(...(await rulesOf(path, io)))
  return { format: 'vaxcert-rules', version: 1, rules: rules.toSorted(byIdentifierAndVersion) }
}

async function rulesOf(path: string, io: Io): Promise<readonly RuleEntry[]> {
  const entries = entriesOf(jsonOf(await readWhole(path, io, MAX_BYTES)))
  try {
    const rules = readRules({ format: 'vaxcert-rules', version: 1, rules: entries })
    if (rules.every(({ logic }) => validateCertLogic(logic).length === 0)) return entries
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} holds something that is no rule (${error.message}).`)
  }
  throw usageError(`${printable(path)} holds a rule whose logic cannot be evaluated.`)
}

/** What a JSON value may hold; whether it is any is asked later. */
function entriesOf(json: unknown, depth = MAX_DEPTH): readonly RuleEntry[] {
  if (typeof json !== 'object' || json === null || depth === 0) return [json as RuleEntry]
  if (Array.isArray(json)) return json.flatMap((entry) => entriesOf(entry, depth - 1))
  if ('format' in json && 'rules' in json) return entriesOf(json.rules, depth - 1)
  return ['rule' in json ? (json as RuleEntry) : ({ purposes: ['entry'], rule: json } as RuleEntry)]
}

function filesIn(path: string, io: Io): readonly string[] {
  const from = resolve(io.cwd, path)
  if (!(statSync(from, { throwIfNoEntry: false })?.isDirectory() ?? false)) return [path]
  return readdirSync(from, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'tests' ? [] : filesIn(join(path, entry.name), io)
    return entry.isFile() && entry.name.endsWith('.json') ? [join(path, entry.name)] : []
  })
}

function byIdentifierAndVersion(a: RuleEntry, b: RuleEntry): number {
  const [one = '', other = ''] = [a, b].map(({ rule }) => `${rule.Identifier} ${rule.Version}`)
  return one === other ? 0 : one < other ? -1 : 1
}
