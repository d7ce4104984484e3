import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportedList } from '@vaxcert/records/worklist'
import { usageError } from '../exit.ts'
import { makePrivateFolder } from '../make-folder.ts'

/**
 * A folder of exported lists: `lists/ID.xlsx` and `lists/ID.csv` to hand out, `kept/ID.json` to hold what comes back
 * against. Both hold personal data: their owner alone may look.
 */
export function listPaths(folder: string, id: string): Readonly<Record<'xlsx' | 'csv' | 'kept', string>> {
  const stem = join(folder, 'lists', id)
  return { xlsx: `${stem}.xlsx`, csv: `${stem}.csv`, kept: join(folder, 'kept', `${id}.json`) }
}

/** @throws CommanderError with exit code 2 for a folder in which lists were exported before */
export function makeListFolder(folder: string): void {
  if (existsSync(join(folder, 'kept')))
    throw usageError('There are lists in that folder already. Choose another one with --out.')
  makePrivateFolder(join(folder, 'lists'))
  makePrivateFolder(join(folder, 'kept'))
}

export function writeList(folder: string, { list, csv, xlsx }: ExportedList): void {
  const paths = listPaths(folder, list.id)
  writeFileSync(paths.kept, JSON.stringify(list), { flag: 'wx', mode: 0o600 })
  writeFileSync(paths.csv, csv, { flag: 'wx', mode: 0o600 })
  writeFileSync(paths.xlsx, xlsx, { flag: 'wx', mode: 0o600 })
}

/** The kept list of an identifier that somebody's sheet names; undefined where there is none. */
export function keptList(folder: string, id: string): string | undefined {
  if (!/^[a-z0-9-]{1,100}$/.test(id)) return undefined
  const path = listPaths(folder, id).kept
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
