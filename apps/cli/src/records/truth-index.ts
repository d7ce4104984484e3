import { createReadStream } from 'node:fs'
import { type Field, fields, type RuleId } from '@vaxcert/records'
import { truthLines } from './truth-reader.ts'

/** What the whole truth says, for rules that look at several rows. Memory: some bytes a row and a person. */
export interface TruthIndex {
  /** Whose row it is; 0 where the truth does not say. */
  personOf(row: number): number
  /** Which of the person's doses it tells of. */
  doseOf(row: number): number
  /** By the row that tells of a dose once more. */
  readonly doubles: ReadonlyMap<number, PlantedDouble>
  /** Rows of which another one is a double, and those. */
  readonly partners: ReadonlySet<number>
  readonly unreadable: ReadonlySet<number>
  /** Whether in any row of a person one of these is wrong, or a dose is told twice. */
  isTroubled(person: number, causes: readonly Cause[]): boolean
}

/** A field that is wrong, a dose that is told twice, or one that was never entered. */
export type Cause = Field | 'double' | 'missing'

export interface PlantedDouble {
  readonly of: number
  readonly rule: RuleId
}

const DOUBLE = 1 << 31
const bits: ReadonlyMap<string, number> = new Map(fields.map((field, at) => [field, 1 << at]))

/** Reads a truth file once, whole. @throws Fault `record.truth` */
export async function readTruthIndex(path: string): Promise<TruthIndex> {
  const [people, doses]: [number[], number[]] = [[], []]
  const troubles = new Map<number, number>()
  const entered = new Map<number, number>()
  const doubles = new Map<number, PlantedDouble>()
  const unreadable = new Set<number>()
  const trouble = (row: number, bit: number): void => {
    const person = people[row] ?? 0
    troubles.set(person, (troubles.get(person) ?? 0) | bit)
  }
  const enter = (person: number, bit: number): void => {
    entered.set(person, (entered.get(person) ?? 0) | bit)
  }
  for await (const line of truthLines(createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 }))) {
    const row = Number(line.row)
    if (typeof line.person === 'number') {
      const dose = Number(line.dose ?? 0)
      ;[people[row], doses[row]] = [line.person, dose]
      enter(line.person, 1 << dose)
    }
    if (typeof line.double_of === 'number') doubles.set(row, { of: line.double_of, rule: line.rule as RuleId })
    if (typeof line.double_of === 'number') trouble(row, DOUBLE)
    if (typeof line.unreadable === 'string') unreadable.add(row)
    if (typeof line.unreadable === 'string') enter(people[row] ?? 0, GAP)
    if (typeof line.field === 'string' && line.planted !== line.right) trouble(row, bits.get(line.field) ?? 0)
  }
  return {
    personOf: (row) => people[row] ?? 0,
    doseOf: (row) => doses[row] ?? 0,
    ...{ doubles, unreadable, partners: new Set([...doubles].flatMap(([row, { of }]) => [row, of])) },
    isTroubled: (person, causes) =>
      (causes.includes('missing') && hasGap(entered.get(person) ?? 0)) ||
      ((troubles.get(person) ?? 0) & maskOf(causes)) !== 0,
  }
}

/** Of a person one of whose rows cannot be read: a dose after many that there are not. */
const GAP = 1 << 30

/** Whether a dose before another one was never entered. Bit n stands for dose n. */
function hasGap(entered: number): boolean {
  return (((entered >> 1) + 1) & (entered >> 1)) !== 0
}

function maskOf(causes: readonly Cause[]): number {
  return causes.reduce((mask, cause) => mask | (cause === 'double' ? DOUBLE : (bits.get(cause) ?? 0)), 0)
}
