import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { hex } from '../cose/hex.ts'
import { samples, seconds } from '../verify/world.ts'
import { tstr } from './forge.ts'

/** The maps of a payload, from the claims down to the vaccination. */
export type Level = 'claims' | 'hcert' | 'dcc' | 'nam' | 'event'

/** One entry to set, or to leave out where `value` is undefined. `twice` adds it beside one that is there. */
export interface Edit {
  readonly at: Level
  /** In hex. */
  readonly key: string
  /** In hex. */
  readonly value?: string
  readonly twice?: boolean
}

type Entry = readonly [key: string, value: string]

const number = (value: number): string => hex(writeCbor(value))
const entriesOf = (record: object): Entry[] =>
  Object.entries(record).map(([name, value]) => [tstr(name), hex(writeCbor(value))])

const { nam, v, ...rest } = samples.vaccination

/** The payload of the sample vaccination in hex, item by item, with some entries of its maps changed. */
export function payloadWith(...edits: readonly Edit[]): string {
  const map = (level: Level, entries: readonly Entry[]): string => mapOf(edited(entries, level, edits))
  const event = map('event', entriesOf(v[0]))
  const dcc = map('dcc', [...entriesOf(rest), [tstr('nam'), map('nam', entriesOf(nam))], [tstr('v'), `81${event}`]])
  return map('claims', [
    [number(1), tstr('VN')],
    [number(4), number(seconds('2023-05-01'))],
    [number(6), number(seconds('2022-05-01'))],
    [number(-260), map('hcert', [[number(1), dcc]])],
  ])
}

/** A map of fewer than 24 entries in hex. */
export function mapOf(entries: readonly Entry[]): string {
  if (entries.length > 23) throw new TypeError('too many entries')
  return (0xa0 + entries.length).toString(16) + entries.flat().join('')
}

function edited(entries: readonly Entry[], level: Level, edits: readonly Edit[]): readonly Entry[] {
  const changed = [...entries]
  for (const { key, value, twice } of edits.filter(({ at }) => at === level)) {
    const index = twice ? -1 : changed.findIndex(([name]) => name === key)
    changed.splice(
      index < 0 ? changed.length : index,
      index < 0 ? 0 : 1,
      ...(value === undefined ? [] : [[key, value] as const]),
    )
  }
  return changed
}
