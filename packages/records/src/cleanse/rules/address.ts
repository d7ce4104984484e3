import type { Province, ProvinceList } from '../../codes/code-sets.ts'
import { isCommune } from '../../codes/find-commune.ts'
import { findProvince, provinceListOn, successorOf } from '../../codes/find-province.ts'
import type { Context } from '../context.ts'
import type { Draft, Report, RowRule } from '../rule.ts'

/** A unit that was not there when the record was made: since July 2025 there are 34 provinces, other communes, no districts. */
export const unknownAddress: RowRule = {
  id: 'AD-01',
  severity: 'W',
  fix: 'S',
  fields: ['province', 'district', 'commune', 'entry_date', 'dose_date'],
  example: 'Hà Giang in 2026 → Tuyên Quang?',
  check(row, report, context) {
    const { province, district, commune } = row.values
    if ((province === '' && commune === '' && district === '') || !row.facts.isVietnamese) return
    const day = recordDay(row, context)
    const list = provinceListOn(day)
    if (province !== '') checkProvince(findProvince(province, day, context.codes.provinces), list, report, context)
    if (district !== '' && list === '2025-34') report.find(unknownAddress, 'district')
    if (commune !== '' && !isCommune(commune, list, context.codes.communes)) report.find(unknownAddress, 'commune')
  },
}

export const addressRules: readonly RowRule[] = [unknownAddress]

function checkProvince(
  found: Province | undefined,
  list: ProvinceList,
  report: Report,
  { codes: { provinces } }: Context,
): void {
  if (found?.list === list || provinces.length === 0) return
  report.find(unknownAddress, 'province', found && successorOf(found, provinces)?.name)
}

/** The day on which somebody wrote the address down. */
function recordDay({ facts }: Draft, { today }: Context): string {
  const date = facts.entryDate ?? facts.doseDate
  return date?.precision === 'day' ? date.iso : today
}
