import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Fault } from '@vaxcert/core'
import { readTrustList, type TrustList } from '@vaxcert/core/trust'
import { type Bag, type CheckResult, isBag } from '../check-result.ts'
import { MAX_FILE_BYTES } from '../json-file.ts'
import { secondsOf } from '../moments.ts'
import { readRegularFile } from '../regular-file.ts'

/** Stands in the root of our test vectors; paths in a vector start there. */
const SCHEMA_NAME = 'vector.schema.json'

/** A test vector of ours (test-vectors/vector.schema.json). Members are read where they are needed. */
export interface OwnFile {
  readonly path: string
  readonly given: Bag
  readonly stages: Bag
  readonly expect: Bag
}

/** By the members that no other suite has: a vector with a wrong one shall fail rather than be passed over. */
export function isOwnFile({ id, given, expect }: Bag): boolean {
  return id !== undefined && given !== undefined && expect !== undefined
}

const MEMBERS = ['id', 'about', 'spec', 'importance', 'officialId', 'given', 'stages', 'expect']
const EXPECTED = [
  'kind',
  'code',
  'checks',
  'text',
  'dcc',
  'nam',
  'series',
  'checkCharacter',
  'root',
  'epoch',
  'manifest',
  'lists',
  'clock',
  'hashes',
  'signers',
  'dropped',
  'notes',
]

/**
 * Reads a vector.
 * @throws Fault `vectors.shape` also for members nobody knows: what one meant by a misspelt one would go
 * unchecked
 */
export function readOwnFile(path: string, json: Bag): OwnFile {
  requireMembers(json, MEMBERS)
  const file: OwnFile = { path, given: bagOf(json.given), stages: bagOf(json.stages), expect: bagOf(json.expect) }
  requireMembers(file.expect, EXPECTED)
  textOf(file.expect.kind)
  if (file.expect.code !== undefined) textOf(file.expect.code)
  return file
}

/** @throws Fault `vectors.shape` */
export function requireMembers(bag: Bag, names: readonly string[]): void {
  if (!Object.keys(bag).every((name) => names.includes(name))) throw new Fault('vectors.shape', 'unknown member')
}

/**
 * An object; an empty one for what is absent.
 * @throws Fault `vectors.shape`
 */
export function bagOf(value: unknown): Bag {
  if (value === undefined) return {}
  if (isBag(value)) return value
  throw new Fault('vectors.shape', 'not an object')
}

/** "accepted", or "refused dcc.expired": of a verdict, or of what a vector expects. */
export function wordOf({ kind, code }: { readonly kind?: unknown; readonly code?: unknown }): string {
  return [kind, code].filter((word) => typeof word === 'string').join(' ')
}

/** A check of two words: passed when they are the same. */
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
  return parse(read(path)?.toString() ?? '')
}

function read(path: string): Buffer | undefined {
  try {
    return readRegularFile(path, MAX_FILE_BYTES)
  } catch {
    throw new Fault('vectors.shape', 'file cannot be read')
  }
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
