import { createHash } from 'node:crypto'
import type { RuleId } from '../cleanse/rule-id.ts'
import type { FieldValues } from '../record.ts'
import { type AskedDose, type KnownDose, knownDose, type ListedDose, timelineKey } from './dose.ts'
import { openSpool } from './spool.ts'

/** Doses that somebody is asked about, until the other doses of their people are known. */
export interface Timelines {
  ask(dose: AskedDose): void
  /** Every dose asked about, with its timeline out of `known`: all rows that may count as doses, in any order. */
  listed(known: AsyncIterable<KnownRow>): AsyncGenerator<ListedDose>
  /** Removes the folder. */
  remove(): void
}

/** A row of the cleansed data. */
export interface KnownRow {
  readonly row: number
  readonly values: Readonly<FieldValues>
}

type Line = { readonly key: string } & ({ readonly asked: AskedDose } | { readonly known: KnownDose })

const PARTS = 256
/** Beyond, a timeline is no person's. */
const LONGEST_TIMELINE = 12
/** Rules that name others of a session, not of a person: they are counted only. */
const crowds: ReadonlySet<RuleId> = new Set(['DU-08', 'DS-05', 'PR-05'])

/** Memory: a key for each row that is asked about or that a finding names, and one of 256 parts of the rest. */
export function openTimelines(folder: string): Timelines {
  const spool = openSpool(folder)
  const wanted = new Set<string>()
  const named = new Map<number, string[]>()
  const add = (line: Line): void => spool.add(partOf(line.key), JSON.stringify(line))
  return {
    ask(asked) {
      const key = timelineKey(asked.row, asked.values)
      wanted.add(key)
      for (const other of othersOf(asked)) {
        const keys = named.get(other)
        if (keys === undefined) named.set(other, [key])
        else if (!keys.includes(key)) keys.push(key)
      }
      add({ key, asked })
    },
    async *listed(rows) {
      for await (const { row, values } of rows) {
        const own = timelineKey(row, values)
        const known = knownDose(row, values)
        if (wanted.has(own)) add({ key: own, known })
        for (const key of named.get(row) ?? []) if (key !== own) add({ key, known: { ...known, isOther: true } })
      }
      spool.flush()
      for (let part = 0; part < PARTS; part += 1) yield* listedOf(spool.read(part))
    },
    remove: spool.remove,
  }
}

function othersOf({ findings }: AskedDose): readonly number[] {
  return findings.flatMap(({ rule, others = [] }) => (crowds.has(rule) ? [] : others))
}

function* listedOf(lines: readonly string[]): Generator<ListedDose> {
  const people = new Map<string, { asked: AskedDose[]; known: KnownDose[] }>()
  for (const text of lines) {
    const line = JSON.parse(text) as Line
    const person = people.get(line.key) ?? { asked: [], known: [] }
    people.set(line.key, person)
    if ('asked' in line) person.asked.push(line.asked)
    else person.known.push(line.known)
  }
  for (const { asked, known } of people.values()) {
    const timeline = known.sort(byDay)
    for (const one of asked) yield { ...one, kind: 'dose', timeline: around(one, timeline) }
  }
}

/** Of a crowd under one number the rows that the findings name, and the row itself, come first. */
function around(asked: AskedDose, timeline: readonly KnownDose[]): readonly KnownDose[] {
  const own = timeline.filter(({ isOther, row }) => isOther === undefined || othersOf(asked).includes(row))
  if (own.length <= LONGEST_TIMELINE) return own
  const named = new Set([asked.row, ...othersOf(asked)])
  const first = own.filter(({ row }) => named.has(row)).slice(0, LONGEST_TIMELINE)
  return [...first, ...own.filter(({ row }) => !named.has(row))].slice(0, LONGEST_TIMELINE).sort(byDay)
}

/** A day that nobody knows comes last. */
function byDay({ values: a, row }: KnownDose, { values: b, row: other }: KnownDose): number {
  const [day, next] = [a, b].map(({ dose_date: text }) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : '9'))
  return (day ?? '') < (next ?? '') ? -1 : (day ?? '') > (next ?? '') ? 1 : row - other
}

function partOf(key: string): number {
  return createHash('sha256').update(key).digest()[0] ?? 0
}
