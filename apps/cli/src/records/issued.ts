import { resolve } from 'node:path'
import { isRead } from '@vaxcert/records'
import { fileSource, openRecords, type RecordSource, tableRows } from '@vaxcert/records/read'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'

/** A certificate in which a dose counts. `isOwn`: it is that of the dose, not of a later one of the person. */
export interface IssuedCertificate {
  readonly ci: string
  readonly isOwn: boolean
}

/**
 * What was issued for some doses: certificates.ndjson of `vaxcert issue`, or a table with `dose_id`, `ci` and perhaps
 * `own`, "no" where a later dose has the certificate.
 * @throws CommanderError with exit code 2 where it is neither: as if nothing had been issued, nothing would be revoked
 */
export async function readIssued(
  path: string,
  isAsked: (dose: string) => boolean,
  io: Io,
): Promise<ReadonlyMap<string, readonly IssuedCertificate[]>> {
  const source = fileSource(resolve(io.cwd, path))
  const issued = new Map<string, IssuedCertificate[]>()
  for await (const { dose, ...certificate } of /\.(?:nd)?jsonl?$/i.test(path) ? ofLines(source) : ofTable(source)) {
    if (certificate.ci === '' || dose === '') throw foreign()
    if (!isAsked(dose)) continue
    const own = issued.get(dose)
    if (own === undefined) issued.set(dose, [certificate])
    else own.push(certificate)
  }
  return issued
}

type Line = IssuedCertificate & { readonly dose: string }

async function* ofLines(source: RecordSource): AsyncGenerator<Line> {
  for await (const batch of (await openRecords(source)).rows()) {
    for (const row of batch) {
      const { uvci } = (isRead(row) ? JSON.parse(row.cells?.[0] ?? '{}') : {}) as { readonly uvci?: unknown }
      if (!isRead(row) || typeof uvci !== 'string') throw foreign()
      yield { dose: row.values.dose_id, ci: uvci, isOwn: true }
    }
  }
}

async function* ofTable(source: RecordSource): AsyncGenerator<Line> {
  let places: readonly number[] | undefined
  for await (const batch of tableRows(source, 'dose_id')) {
    for (const { cells } of batch) {
      if (cells === undefined) throw foreign()
      if (places === undefined) places = placesOf(cells)
      else {
        const [dose = '', ci = '', own = ''] = places.map((place) => cells[place] ?? '')
        yield { dose, ci, isOwn: own !== 'no' }
      }
    }
  }
  if (places === undefined) throw foreign()
}

function placesOf(headings: readonly string[]): readonly number[] {
  const places = ['dose_id', 'ci', 'own'].map((name) => headings.indexOf(name))
  if (places.slice(0, 2).includes(-1)) throw foreign()
  return places
}

function foreign(): unknown {
  return usageError(
    'The file of --certificates must be certificates.ndjson of vaxcert issue, or CSV with dose_id and ci in every line.',
  )
}
