import type { Database } from '@vaxcert/records/database'
import {
  declaredOf,
  identityOf,
  type MatchClass,
  type Outcome,
  rightValues,
  type SettledDose,
} from '@vaxcert/records/match'
import { type EarlierIdentity, earlierOf, identityMark } from './earlier-identities.ts'
import type { MatchOutputs } from './match-outputs.ts'
import type { RowToMatch } from './match-rows.ts'
import { wrongCells } from './wrong-cells.ts'

/** What came of the doses: `doses` are right, wrong, unknown and elsewhere together. */
export interface MatchTally {
  doses: number
  right: number
  wrong: number
  unknown: number
  /** With another office first: what cleansing listed and the register cannot settle, and doses too near to another one. */
  elsewhere: number
  /** Wrong ones of which nothing was searched are in no class. */
  readonly byClass: Record<MatchClass, number>
  /** Right ones by what was right: as declared, which hypothesis, or abroad, where nothing was asked. */
  readonly byHypothesis: Record<string, number>
}

export interface Matched {
  readonly rows: AsyncIterable<RowToMatch>
  /** Of the rows that were asked about, in the same order. */
  readonly settled: AsyncIterable<SettledDose>
  readonly outputs: MatchOutputs
  readonly database: Database
  /** "2022-05-31" */
  readonly today: string
}

type Writing = Pick<Matched, 'outputs' | 'today'> & { readonly tally: MatchTally }

interface Judged extends RowToMatch {
  readonly settled?: SettledDose
}

const BATCH = 2_000

/** Writes every dose where it belongs, and answers how many went where. */
export async function writeMatched(matched: Matched): Promise<MatchTally> {
  const byClass = { A: 0, B: 0, C: 0, D: 0, E: 0 }
  const tally: MatchTally = { doses: 0, right: 0, wrong: 0, unknown: 0, elsewhere: 0, byClass, byHypothesis: {} }
  const writing = { ...matched, tally }
  for await (const batch of judged(matched.rows, matched.settled)) {
    const earlier = await earlierOf(
      batch.map(({ values }) => values.dose_id),
      matched.database,
    )
    for (const row of batch) writeRow(row, earlier.get(row.values.dose_id), writing)
  }
  return tally
}

async function* judged(
  rows: AsyncIterable<RowToMatch>,
  settled: AsyncIterable<SettledDose>,
): AsyncGenerator<readonly Judged[]> {
  const said = settled[Symbol.asyncIterator]()
  let batch: Judged[] = []
  for await (const row of rows) {
    const next = row.way === 'asked' ? await said.next() : undefined
    const isMeant = next !== undefined && next.done !== true && next.value.row === row.row
    batch.push(isMeant ? { ...row, settled: next.value } : row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}

/** A row that should have an answer and has none goes nowhere, and is missed when the doses are counted. */
function writeRow(row: Judged, earlier: EarlierIdentity | undefined, writing: Writing): void {
  const { tally, outputs } = writing
  tally.doses += 1
  const { settled, way, values } = row
  if (way === 'elsewhere') tally.elsewhere += 1
  else if (way === 'abroad') writeRight(row.row, values, 'abroad', earlier, writing)
  else if (settled !== undefined) {
    const { link } = settled
    if (link !== undefined) outputs.link(row.row, link.row, link.isNear ? 'near-dose' : 'same-person')
    if (link?.isNear === true) tally.elsewhere += 1
    else writeSettled(row, settled, earlier, writing)
  }
}

function writeSettled(
  row: RowToMatch,
  { outcome, others }: SettledDose,
  earlier: EarlierIdentity | undefined,
  writing: Writing,
): void {
  const { tally, outputs } = writing
  if (outcome.kind === 'right') {
    const by = outcome.by === 'declared' ? 'declared' : outcome.by.kind
    writeRight(row.row, rightValues(row.values, outcome), by, earlier, writing)
  } else {
    tally[outcome.kind] += 1
    if (outcome.kind === 'unknown') outputs.unknown(row.row, row.values)
    else writeWrong(row, outcome, others, writing)
    writeIdentity(row.values, earlier, {}, writing)
  }
}

function writeWrong(
  { row, values }: RowToMatch,
  outcome: Extract<Outcome, { kind: 'wrong' }>,
  others: number,
  { tally, outputs }: Writing,
): void {
  if (outcome.class !== undefined) tally.byClass[outcome.class] += 1
  outputs.wrong(row, values, wrongCells(outcome, identityOf(declaredOf(values)) !== undefined, others))
}

function writeRight(
  row: number,
  values: RowToMatch['values'],
  by: string,
  earlier: EarlierIdentity | undefined,
  writing: Writing,
): void {
  const { tally, outputs, today } = writing
  tally.right += 1
  if (by !== 'abroad') tally.byClass.A += 1
  tally.byHypothesis[by] = (tally.byHypothesis[by] ?? 0) + 1
  outputs.right(row, values)
  const isEdited = by !== 'declared' && by !== 'abroad'
  writeIdentity(
    values,
    earlier,
    { ...(by !== 'abroad' && { verified: today }), ...(isEdited && { edited: today }) },
    writing,
  )
}

/** PR-01: what was changed since it was verified counts as edited today. */
function writeIdentity(
  values: RowToMatch['values'],
  earlier: EarlierIdentity | undefined,
  now: { readonly verified?: string; readonly edited?: string },
  { outputs, today }: Writing,
): void {
  const identity = identityMark(values)
  const isSame = earlier === undefined || earlier.identity === identity
  const edited = isSame ? (earlier?.edited ?? now.edited ?? '') : today
  outputs.identity([values.dose_id, now.verified ?? earlier?.verified ?? '', edited, identity])
}
