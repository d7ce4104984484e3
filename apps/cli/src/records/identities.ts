import { resolve } from 'node:path'
import { dayInVietNam, type FieldValues } from '@vaxcert/records'
import { type IdentityStanding, identityStanding } from '@vaxcert/records/confirm'
import { wayOfClean } from '@vaxcert/records/match'
import { fileSource, tableRows } from '@vaxcert/records/read'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { identityMark } from './earlier-identities.ts'

/** How the identity behind a dose stands. */
export type IdentityOf = (dose: Readonly<FieldValues>, withinDays: number, at: Date) => IdentityStanding

/** Days, and the mark of what was verified: a dose that says something else by now was edited since, whatever the days say. */
interface Known {
  readonly verified?: string
  readonly edited?: string
  readonly identity?: string
}

const day = /^\d{4}-\d\d-\d\d$/

/**
 * Reads when identities were verified and edited. Without a file nothing is asked, and all are as verified.
 * @throws CommanderError with exit code 2 when it is no such file
 */
export async function readIdentities(path: string | undefined, io: Io): Promise<IdentityOf> {
  if (path === undefined) return () => 'verified'
  const known = new Map<string, Known>()
  let columns: readonly string[] | undefined
  for await (const rows of tableRows(fileSource(resolve(io.cwd, path)), 'dose_id')) {
    for (const { cells } of rows) {
      if (columns === undefined) columns = headings(cells)
      else known.set(cellOf(cells, columns, 'dose_id'), daysOf(cells, columns))
    }
  }
  return (dose, withinDays, at) => {
    const isForeigner = wayOfClean(dose) === 'abroad'
    const today = dayInVietNam(at)
    const { identity, ...days } = known.get(dose.dose_id) ?? {}
    const isEdited = identity !== undefined && identity !== identityMark(dose)
    return identityStanding(isEdited ? { edited: today, isForeigner } : { ...days, isForeigner }, withinDays, today)
  }
}

function headings(cells: readonly string[] | undefined): readonly string[] {
  if (cells === undefined || !['dose_id', 'verified', 'edited'].every((name) => cells.includes(name))) throw foreign()
  return cells
}

function daysOf(cells: readonly string[] | undefined, columns: readonly string[]): Known {
  const identity = cellOf(cells, columns, 'identity')
  const [verified, edited] = [cellOf(cells, columns, 'verified'), cellOf(cells, columns, 'edited')]
  if ([verified, edited].some((text) => text !== '' && !day.test(text))) throw foreign()
  return {
    ...(verified !== '' && { verified }),
    ...(edited !== '' && { edited }),
    ...(identity !== '' && { identity }),
  }
}

function cellOf(cells: readonly string[] | undefined, columns: readonly string[], name: string): string {
  if (cells === undefined) throw foreign()
  return cells[columns.indexOf(name)] ?? ''
}

function foreign(): unknown {
  return usageError(
    'The file of identities must have the columns dose_id, verified and edited, with days like 2022-05-20.',
  )
}
