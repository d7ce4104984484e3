import { createReadStream } from 'node:fs'
import { Fault } from '@vaxcert/core'
import type { Field, RuleId } from '@vaxcert/records'

/** What truth.ndjson says of one row. */
export interface RowTruth {
  readonly row: number
  readonly person?: number
  /** Key fields as they are in truth, whatever stands in the row. */
  readonly key: Readonly<Partial<Record<Field, string>>>
  readonly planted: readonly PlantedError[]
  /** The row that tells of the same dose. */
  readonly doubleOf?: number
  /** The reason for which it cannot be read. */
  readonly unreadable?: string
}

export interface PlantedError {
  readonly rule?: RuleId
  readonly field: Field
  readonly planted: string
  readonly right: string
  readonly undetectable?: string
}

/** Hands out what is true of rows that are asked for in rising order. Memory: one row. */
export interface TruthReader {
  of(row: number): Promise<RowTruth>
  close(): Promise<void>
}

/** One line of a truth file, unread. */
export type Line = Readonly<Record<string, unknown>>

export function openTruthReader(path: string): TruthReader {
  const next = truthLines(createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 }))
  let held: Line | undefined
  return {
    async of(row) {
      const own: Line[] = []
      for (;;) {
        held ??= await take(next)
        if (held === undefined || Number(held.row) > row) return truthOf(row, own)
        if (held.row === row) own.push(held)
        held = undefined
      }
    },
    async close() {
      await next.return(undefined)
    },
  }
}

async function take(lines: AsyncIterator<Line>): Promise<Line | undefined> {
  const { value, done } = await lines.next()
  return done === true ? undefined : value
}

/** Lines about rows, in their order; those about the register are for whoever matches. @throws Fault `record.truth` */
export async function* truthLines(blocks: AsyncIterable<string>): AsyncGenerator<Line, void, undefined> {
  let rest = ''
  for await (const block of blocks) {
    const lines = (rest + block).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const line = parse(text)
      if (typeof line.row === 'number') yield line
    }
  }
}

function parse(text: string): Line {
  try {
    return Object(JSON.parse(text)) as Line
  } catch {
    throw new Fault('record.truth', 'a line of the truth file is not JSON')
  }
}

function truthOf(row: number, lines: readonly Line[]): RowTruth {
  const [double] = lines.filter((line) => typeof line.double_of === 'number')
  const unreadable = lines.find((line) => typeof line.unreadable === 'string')?.unreadable
  const whole = lines.find((line) => typeof line.person === 'number')
  return {
    row,
    key: keyOf(whole),
    planted: lines.filter((line) => typeof line.field === 'string') as unknown as readonly PlantedError[],
    ...(whole === undefined ? {} : { person: Number(whole.person) }),
    ...(double === undefined ? {} : { doubleOf: Number(double.double_of) }),
    ...(unreadable === undefined ? {} : { unreadable: String(unreadable) }),
  }
}

function keyOf(whole: Line | undefined): RowTruth['key'] {
  const fields = ['sex', 'birth_date', 'nationality', 'dose_date', 'product'] as const
  return Object.fromEntries(fields.flatMap((field) => (whole?.[field] === undefined ? [] : [[field, whole[field]]])))
}
