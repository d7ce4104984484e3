import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ListedDose } from './dose.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import { type Office, officeKey } from './office.ts'
import { type ListedPerson, together } from './person.ts'
import { openSpool } from './spool.ts'

/** What stands in a row of a list: a person, or a dose. */
export type Listed = ListedPerson | ListedDose

/** What an office is asked on one list, in the order in which it is worked off. */
export interface OfficeList {
  readonly office: Office
  readonly kind: ListKind
  readonly entries: readonly Listed[]
}

/** Gathers what each office is asked. */
export interface Offices {
  /** Entries of one office and key become one. */
  add(office: Office, key: string, entry: Listed): void
  /** The lists of every office. */
  lists(): Generator<OfficeList>
  /** Removes the folder. */
  remove(): void
}

interface Line {
  readonly office: Office
  readonly key: string
  readonly entry: Listed
}

const PARTS = 256
/** A part that is larger is cut once more, by key. */
const PART_BYTES = 32 * 1024 * 1024

const byVietnamese = new Intl.Collator('vi', { numeric: true })

/**
 * Entries are cut into 256 files by office, and files that are too large once more by key, so that memory holds one file
 * at a time, however many rows and offices there are; an office whose file was cut has several lists of a kind.
 */
export function openOffices(folder: string): Offices {
  const spool = openSpool(folder)
  return {
    add(office, key, entry) {
      const line: Line = { office, key, entry }
      spool.add(partOf(officeKey(office)), JSON.stringify(line))
    },
    *lists() {
      spool.flush()
      for (let part = 0; part < PARTS; part += 1) {
        if (spool.size(part) <= PART_BYTES) yield* listsOfLines(spool.read(part))
        else yield* listsOfPieces(spool.read(part), join(folder, `cut-${part}`))
      }
    },
    remove: spool.remove,
  }
}

function* listsOfPieces(lines: readonly string[], folder: string): Generator<OfficeList> {
  const cut = openSpool(folder)
  for (const text of lines) cut.add(partOf((JSON.parse(text) as Line).key), text)
  cut.flush()
  for (let piece = 0; piece < PARTS; piece += 1) yield* listsOfLines(cut.read(piece))
}

function* listsOfLines(lines: readonly string[]): Generator<OfficeList> {
  const offices = new Map<string, { office: Office; entries: Map<string, Listed> }>()
  for (const text of lines) {
    const { office, key, entry } = JSON.parse(text) as Line
    const place = officeKey(office)
    const found = offices.get(place) ?? { office, entries: new Map<string, Listed>() }
    offices.set(place, found)
    const before = found.entries.get(key)
    const isPerson = before !== undefined && before.kind !== 'dose' && entry.kind !== 'dose'
    found.entries.set(key, isPerson ? together(before, entry) : entry)
  }
  for (const [, { office, entries }] of [...offices].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield* listsOf(office, [...entries.values()])
  }
}

function* listsOf(office: Office, entries: readonly Listed[]): Generator<OfficeList> {
  for (const kind of Object.keys(listKinds) as ListKind[]) {
    const own = entries.filter((entry) => entry.kind === kind)
    if (own.length > 0) yield { office, kind, entries: own.sort(asWorked) }
  }
}

function asWorked(one: Listed, other: Listed): number {
  if (one.kind !== 'dose' && other.kind !== 'dose') return asWalked(one, other)
  return one.kind === 'dose' && other.kind === 'dose' ? asInBook(one, other) : 0
}

/** By address, household and name. */
function asWalked(one: ListedPerson, other: ListedPerson): number {
  return (
    byVietnamese.compare(one.context.address, other.context.address) ||
    byVietnamese.compare(one.context.household, other.context.household) ||
    byVietnamese.compare(one.declared.full_name, other.declared.full_name) ||
    (one.rows[0] ?? 0) - (other.rows[0] ?? 0)
  )
}

/** As sessions stand in the book: by day and name. */
function asInBook({ values: a, ...one }: ListedDose, { values: b, ...other }: ListedDose): number {
  const days = a.dose_date < b.dose_date ? -1 : a.dose_date > b.dose_date ? 1 : 0
  return days || byVietnamese.compare(a.full_name, b.full_name) || one.row - other.row
}

function partOf(key: string): number {
  return createHash('sha256').update(key).digest()[0] ?? 0
}
