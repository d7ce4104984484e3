import { join } from 'node:path'
import { type Counting, countConfirmed, countEntered, countGiven, countSigned, countVerified } from './count-steps.ts'
import type { Gathered, GatherOptions, PersonCounts, ReportSources, Strangers } from './gathered.ts'
import { openIdJoin } from './id-join.ts'
import { idsOf } from './ids-of.ts'
import { openTally } from './tally.ts'

/**
 * Counts the files of all steps, once through each. Memory does not grow with them, but for one number for each facility
 * and class.
 * @throws Fault `report.counts`, `report.cleansed`, `report.matched`, `report.signed`, `report.police`
 */
export async function gather(sources: ReportSources, options: GatherOptions): Promise<Gathered> {
  const { facilities, folder } = options
  const counting: Counting = {
    measured: new Set(),
    tally: openTally(facilities.size > 0 ? facilities : undefined),
    doses: openIdJoin(join(folder, 'doses')),
    people: openIdJoin(join(folder, 'people')),
    options,
  }
  try {
    return await countAll(sources, counting)
  } finally {
    for (const open of [counting.doses, counting.people]) open.close()
  }
}

async function countAll(sources: ReportSources, counting: Counting): Promise<Gathered> {
  const { counts, cleansed, verified, confirmed, signed } = sources
  const { tally, measured } = counting
  if (counts !== undefined) await countGiven(counts, counting)
  const entered = cleansed === undefined ? {} : await countEntered(cleansed, counting)
  if (verified !== undefined) await countVerified(verified, counting)
  if (confirmed !== undefined) await countConfirmed(confirmed, counting)
  if (signed !== undefined) await countSigned(signed, counting)
  const strangers = countJoined(counting)
  const persons = await countPersons(sources, counting)
  return { measured, cells: tally.cells(measured), ...entered, persons, strangers }
}

/** A dose counts once, in the cell of the first row that has its identifier; without a row, without a place. */
function countJoined({ tally, doses, measured }: Counting): Strangers {
  const later = (['confirmed', 'signed'] as const).filter((step) => measured.has(step))
  const strangers = { confirmed: 0, signed: 0 }
  const nowhere = tally.cellOf('', 'unknown')
  for (const marks of later.length === 0 ? [] : doses.joined()) {
    const cell = marks.find((mark) => mark !== 'confirmed' && mark !== 'signed')
    for (const step of later) {
      if (!marks.includes(step)) continue
      tally.add(cell === undefined ? nowhere : Number(cell), step)
      if (cell === undefined) strangers[step] += 1
    }
  }
  return Object.fromEntries(later.map((step) => [step, strangers[step]]))
}

async function countPersons({ cleansed, police }: ReportSources, { people }: Counting): Promise<PersonCounts> {
  if (police !== undefined) for await (const id of idsOf(police, 'person_id', 'report.police')) people.add(id, 'police')
  let [entered, policeVerified] = [0, 0]
  for (const marks of people.joined()) {
    if (marks.includes('entered')) entered += 1
    if (marks.includes('police')) policeVerified += 1
  }
  return { ...(cleansed !== undefined && { entered }), ...(police !== undefined && { policeVerified }) }
}
