import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { defaultCodeSets } from '@vaxcert/records'
import { type Decisions, readDecisions as readRowDecisions } from '@vaxcert/records/worklist'

/** What somebody confirmed for a whole file: "product|Fizer" is "EU/1/20/1528". */
export interface Decision {
  readonly key: string
  readonly value: string
  /** Who confirmed it, and on which day. */
  readonly by: string
  readonly at: string
}

/** What people decided: for whole columns and spellings, and for single doses. */
export interface AllDecisions {
  readonly confirmed: ReadonlyMap<string, string>
  readonly rows: Decisions
}

const letterings = ['tcvn3', 'vni', 'cp1258-as-1252', 'utf8-as-1252', 'viqr', 'telex']
const letteringKey = /^lettering\|(?:full_name|guardian_name|address|commune|district|province|facility_name)$/
const form = 'write {"decisions": [{"key", "value", "by", "at"}]}'

/** The files of decisions that a path stands for: itself, or those that `worklist import` wrote into the folder. */
export function decisionFiles(path: string): readonly string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path]
  const names = readdirSync(path).filter((name) => name.endsWith('.decisions.ndjson'))
  return names.sort().map((name) => join(path, name))
}

/**
 * Reads files of both kinds, told by what is in them.
 * @throws Fault `record.decisions`, `worklist.input`
 */
export function readAllDecisions(paths: readonly string[]): AllDecisions {
  const texts = paths.map((path) => readFileSync(path, 'utf8'))
  const isConfirmed = (text: string): boolean => text.trimStart().startsWith('{') && 'decisions' in parseOr(text, {})
  const confirmed = texts.filter(isConfirmed).flatMap(readDecisions)
  mustBeOnce(confirmed)
  return { confirmed: confirmedOf(confirmed), rows: readRowDecisions(texts.filter((text) => !isConfirmed(text))) }
}

/**
 * Reads a file of decisions: `{"decisions": [{"key": "lettering|full_name", "value": "tcvn3", "by": "…", "at": "2022-05-20"}]}`.
 * @throws Fault `record.decisions` where one says nothing that can be confirmed, or does not say by whom and when
 */
export function readDecisions(json: string): readonly Decision[] {
  const { decisions } = parse(json)
  if (!Array.isArray(decisions)) throw new Fault('record.decisions', form)
  const read = decisions.map(readDecision)
  mustBeOnce(read)
  return read
}

/** As the rules take it. */
export function confirmedOf(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  return new Map(decisions.map(({ key, value }) => [key, value]))
}

function mustBeOnce(decisions: readonly Decision[]): void {
  if (new Set(decisions.map(({ key }) => key)).size < decisions.length)
    throw new Fault('record.decisions', 'a key is there twice')
}

function parse(json: string): { readonly decisions?: unknown } {
  const read = parseOr(json, undefined)
  if (read === undefined) throw new Fault('record.decisions', 'not JSON')
  return read
}

function parseOr<Other>(json: string, other: Other): { readonly decisions?: unknown } | Other {
  try {
    return Object(JSON.parse(json))
  } catch {
    return other
  }
}

function readDecision(value: unknown): Decision {
  const { key, value: meant, by, at } = Object(value) as Readonly<Record<string, unknown>>
  if (typeof key !== 'string' || typeof meant !== 'string') throw new Fault('record.decisions', form)
  const isNamed = typeof by === 'string' && by.trim() !== '' && typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at)
  if (!isNamed) throw new Fault('record.decisions', 'a decision does not say by whom and when')
  const isKnown =
    (letteringKey.test(key) && letterings.includes(meant)) ||
    (key.startsWith('product|') && defaultCodeSets.products.some(({ mp }) => mp === meant))
  if (!isKnown) throw new Fault('record.decisions', 'a decision about nothing that can be confirmed')
  return { key, value: meant, by, at }
}
