import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type CodeSets,
  defaultCodeSets,
  readCancelledNumbers,
  readCommunes,
  readFacilities,
  readLots,
} from '@vaxcert/records'
import { aboutFile } from './about-file.ts'

/** Files of the lists that rules look things up in; what is not given is not looked up. */
export interface ListFiles {
  readonly lots?: string
  readonly facilities?: string
  readonly communes?: string
  readonly cancelled?: string
}

/** @throws CommanderError that names a list that is not one; the system's error for a file that cannot be read */
export function readCodeLists({ lots, facilities, communes, cancelled }: ListFiles, cwd: string): CodeSets {
  const read = <T>(
    path: string | undefined,
    reader: (csv: string) => ReadonlyMap<string, T>,
  ): ReadonlyMap<string, T> =>
    path === undefined ? new Map() : aboutFile(path, () => reader(readFileSync(resolve(cwd, path), 'utf8')))
  return {
    ...defaultCodeSets,
    lots: read(lots, readLots),
    facilities: read(facilities, readFacilities),
    communes: read(communes, readCommunes),
    cancelledNumbers: read(cancelled, readCancelledNumbers),
  }
}
