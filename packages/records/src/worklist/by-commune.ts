import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { memo } from '../names/memo.ts'
import { headingKey } from '../read/heading-key.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import type { OpenRow } from './open-rows.ts'
import { type ListedPerson, personKey, personOf, together } from './person.ts'
import { openSpool, type Spool } from './spool.ts'

/** A commune as the records name it; '' where they do not. */
export interface Commune {
  readonly commune: string
  readonly district: string
  readonly province: string
}

/** Persons of a commune that belong on one list, in the order in which a hamlet is walked. */
export interface CommuneList {
  readonly commune: Commune
  readonly kind: ListKind
  readonly persons: readonly ListedPerson[]
}

/** What became of the listed rows. */
export interface RowCounts {
  listed: number
  /** Rows of people that are on a list of their commune. */
  onLists: number
  /** Rows that another office has to look at: nothing about the person is open, or it is a foreigner. */
  elsewhere: number
  /** Rows that were listed, and whose identity the register has found right since. */
  settled: number
}

interface Line {
  readonly commune: Commune
  readonly key: string
  readonly person: ListedPerson
}

const PARTS = 256
/** A part that is larger is cut once more, by person. */
const PART_BYTES = 32 * 1024 * 1024

const byVietnamese = new Intl.Collator('vi', { numeric: true })

/**
 * The lists of every commune. Rows are cut into 256 files by commune, and files that are too large once more by person, so
 * that memory holds one file at a time, however many rows and communes there are; a commune whose file was cut comes
 * as several lists. Files of `folder` are removed at the end.
 */
export async function* listsByCommune(
  rows: AsyncIterable<OpenRow>,
  folder: string,
  counts: RowCounts,
): AsyncGenerator<CommuneList> {
  const spool = openSpool(folder)
  try {
    for await (const row of rows) put(spool, row, counts)
    spool.flush()
    for (let part = 0; part < PARTS; part += 1) yield* listsOfPart(spool, part, join(folder, `cut-${part}`))
  } finally {
    spool.remove()
  }
}

function put(spool: Spool, row: OpenRow, counts: RowCounts): void {
  counts.listed += 1
  if (row.isSettled) {
    counts.settled += 1
    return
  }
  const person = personOf(row)
  if (person === undefined) {
    counts.elsewhere += 1
    return
  }
  counts.onLists += 1
  const { commune, district, province, person_id: id } = row.values
  const line: Line = { commune: { commune, district, province }, key: personKey(person, id), person }
  spool.add(partOf(communeKey(line.commune)), JSON.stringify(line))
}

function* listsOfPart(spool: Spool, part: number, folder: string): Generator<CommuneList> {
  if (spool.size(part) <= PART_BYTES) return yield* listsOfLines(spool.read(part))
  const cut = openSpool(folder)
  for (const text of spool.read(part)) cut.add(partOf((JSON.parse(text) as Line).key), text)
  cut.flush()
  for (let piece = 0; piece < PARTS; piece += 1) yield* listsOfLines(cut.read(piece))
}

function* listsOfLines(lines: readonly string[]): Generator<CommuneList> {
  const communes = new Map<string, { commune: Commune; persons: Map<string, ListedPerson> }>()
  for (const text of lines) {
    const { commune, key, person } = JSON.parse(text) as Line
    const place = communeKey(commune)
    const found = communes.get(place) ?? { commune, persons: new Map<string, ListedPerson>() }
    communes.set(place, found)
    const before = found.persons.get(key)
    found.persons.set(key, before === undefined ? person : together(before, person))
  }
  for (const [, { commune, persons }] of [...communes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield* listsOf(commune, [...persons.values()])
  }
}

function* listsOf(commune: Commune, persons: readonly ListedPerson[]): Generator<CommuneList> {
  for (const kind of Object.keys(listKinds) as ListKind[]) {
    const own = persons.filter((person) => person.kind === kind)
    if (own.length > 0) yield { commune, kind, persons: own.sort(asWalked) }
  }
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

const placeKey = memo(headingKey)

/** One text for all spellings of a commune. */
export function communeKey({ commune, district, province }: Commune): string {
  return [province, district, commune].map(placeKey).join('|')
}

function partOf(key: string): number {
  return createHash('sha256').update(key).digest()[0] ?? 0
}
