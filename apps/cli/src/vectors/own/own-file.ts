import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Fault } from '@vaxcert/core'
import { readTrustList, type TrustList, trustList } from '@vaxcert/core/trust'
import { type Bag, type CheckResult, isBag } from '../check-result.ts'
import { secondsOf } from '../moments.ts'

/** Stands in the root of our test vectors; paths in a vector start there. */
const SCHEMA_NAME = 'vector.schema.json'

/** A test vector of ours (test-vectors/vector.schema.json). Members are read where they are needed. */
export interface OwnFile {
  readonly path: string
  readonly given: Bag
  readonly stages: Bag
  readonly expect: Bag
}

export function isOwnFile({ id, given, expect }: Bag): boolean {
  return typeof id === 'string' && isBag(given) && isBag(expect) && typeof expect.kind === 'string'
}

export function readOwnFile(path: string, { given, stages, expect }: Bag): OwnFile {
  return { path, given: bagOf(given), stages: bagOf(stages), expect: bagOf(expect) }
}

export function bagOf(value: unknown): Bag {
  return isBag(value) ? value : {}
}

/** "accepted", or "refused dcc.expired": of a verdict, or of what a vector expects. */
export function wordOf({ kind, code }: { readonly kind?: unknown; readonly code?: unknown }): string {
  return [kind, code].filter((word) => typeof word === 'string').join(' ')
}

export function compared(check: string, expected: string, actual: string): CheckResult {
  return { check, expected, actual, result: expected === actual ? 'passed' : 'failed' }
}

/** @throws Fault `vectors.shape` */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  throw new Fault('vectors.shape', 'a text is missing')
}

/**
 * A moment such as "2022-04-15T03:00:00Z".
 * @throws Fault `vectors.shape`
 */
export function dateOf(value: unknown): Date {
  const seconds = secondsOf(textOf(value))
  if (seconds === undefined) throw new Fault('vectors.shape', 'not a moment')
  return new Date(seconds * 1000)
}

/**
 * The trust list that a vector names; an empty one where it names none.
 * @throws Fault `vectors.shape`, `list.shape`
 */
export function trustOfVector({ path, given }: OwnFile): TrustList {
  return given.trust === undefined ? trustList([]) : trustNamed(path, given.trust)
}

/** @throws Fault `vectors.shape`, `list.shape` */
export function trustNamed(vectorPath: string, name: unknown): TrustList {
  return readTrustList(readNamedJson(vectorPath, textOf(name)))
}

/**
 * What a file holds that a vector names by its path from the root of the vectors; no file outside that root.
 * @throws Fault `vectors.shape`
 */
export function readNamedJson(vectorPath: string, name: string): unknown {
  const root = rootOf(dirname(vectorPath))
  const path = join(root, name)
  if (relative(root, path).startsWith('..') || !existsSync(path)) throw new Fault('vectors.shape', 'no such file')
  return parse(readFileSync(path, 'utf8'))
}

function rootOf(folder: string): string {
  if (existsSync(join(folder, SCHEMA_NAME))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Fault('vectors.shape', `no ${SCHEMA_NAME} above`)
  return rootOf(parent)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault('vectors.shape', 'not JSON')
  }
}
