import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvRow } from '@vaxcert/records/read'
import { LAST_DAY } from '../days.ts'
import { vaccines } from '../doses/supply.ts'
import type { SampleGround } from '../make-sample.ts'

/** Writes the lists that a cleansing looks things up in, and what an office has confirmed of old letters. */
export function writeLists(folder: string, { province, forms }: SampleGround): void {
  const write = (name: string, rows: readonly (readonly string[])[]): void =>
    writeFileSync(join(folder, name), rows.map(csvRow).join(''))
  const lots = vaccines.flatMap(({ mp, lots }) =>
    lots.map(({ number, arrived, expires }) => [number, mp, arrived, expires]),
  )
  write('lots.csv', [['lot', 'product', 'arrived', 'expires'], ...lots])
  write('facilities.csv', [
    ['code', 'name', 'province', 'commune', 'opened'],
    ...province.facilities.map(({ code, name, commune, opened }) => [code, name, province.code, commune.code, opened]),
  ])
  write('communes.csv', [
    ['list', 'code', 'name'],
    ...province.communes.map(({ code, name }) => ['2004-63', code, name]),
  ])
  write('districts.csv', [['commune', 'district'], ...province.communes.map(({ code, district }) => [code, district])])
  const decisions = Object.entries(forms.legacy).map(([field, lettering]) => ({
    ...{ key: `lettering|${field}`, value: lettering, by: 'Sample officer', at: LAST_DAY },
  }))
  writeFileSync(join(folder, 'decisions.json'), `${JSON.stringify({ decisions }, null, 2)}\n`)
}
