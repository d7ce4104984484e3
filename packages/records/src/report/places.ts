import { Fault } from '@vaxcert/core/fault'
import type { CodeSets } from '../codes/code-sets.ts'
import { readTable } from '../codes/read-table.ts'

/** Where a facility stands; what no list tells is absent. */
export interface Place {
  readonly facilityName?: string
  /** Codes and names. */
  readonly province?: Unit
  readonly district?: Unit
  readonly commune?: Unit
}

export interface Unit {
  /** Unique among those of its level. */
  readonly code: string
  readonly name: string
}

/** Commune code → name of its district. */
export type Districts = ReadonlyMap<string, string>

/**
 * The districts of communes: CSV `commune,district`, code and name.
 * @throws Fault `report.districts`
 */
export function readDistricts(csv: string): Districts {
  const rows = readTable(csv, { fault: 'report.districts', columns: ['commune', 'district'] })
  const districts = new Map(rows.map(({ commune, district }) => [commune, district]))
  if (districts.size !== rows.length) throw new Fault('report.districts', 'a commune is there twice')
  return districts
}

/** Where doses are given: reports go by the place of the facility, not by where people live. */
export function placeFinder(
  { facilities, communes, provinces }: Pick<CodeSets, 'facilities' | 'communes' | 'provinces'>,
  districts: Districts,
): (facility: string) => Place {
  return (code) => {
    const facility = facilities.get(code)
    if (facility === undefined) return {}
    const list = communes.has(`2025-34/${facility.commune}`) ? '2025-34' : '2004-63'
    const province = provinces.find((one) => one.code === facility.province && one.list === list)
    const district = districts.get(facility.commune)
    return {
      facilityName: facility.name,
      province: { code: facility.province, name: province?.name ?? facility.province },
      commune: { code: facility.commune, name: communes.get(`${list}/${facility.commune}`) ?? facility.commune },
      ...(district !== undefined && { district: { code: `${facility.province}/${district}`, name: district } }),
    }
  }
}
