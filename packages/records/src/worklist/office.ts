import { isDomestic } from '../dose/country.ts'
import { memo } from '../names/memo.ts'
import { headingKey } from '../read/heading-key.ts'
import type { AskedDose } from './dose.ts'
import type { ListedRow } from './listed-rows.ts'

/** Who works a list off: the police of a commune, a facility, or the health department where no facility is known. */
export type OfficeKind = 'commune' | 'facility' | 'department'

/** An office as the records name it; '' where they do not. */
export interface Office {
  readonly kind: OfficeKind
  /** Empty for a department, whose lists are of a district, and for a facility. */
  readonly commune: string
  readonly district: string
  readonly province: string
  readonly facility?: { readonly code: string; readonly name: string }
}

/** Who can answer for the person: the commune in which it lives. */
export function communeOf({ commune, district, province }: ListedRow['values']): Office {
  return { kind: 'commune', commune, district, province }
}

/** Who can answer for the dose: its facility, where that is known and of this country. */
export function officeOfDose({ values, findings }: Pick<AskedDose, 'values' | 'findings'>): Office {
  const { facility: code, facility_name: name, district, province, country } = values
  const isUnknown = (code === '' && name === '') || findings.some(({ rule }) => rule === 'DS-18')
  if (isUnknown || !isDomestic(country)) return { kind: 'department', commune: '', district, province }
  return { kind: 'facility', commune: '', district: '', province: '', facility: { code, name } }
}

const wordKey = memo(headingKey)

/** One text for all spellings of an office. */
export function officeKey({ kind, commune, district, province, facility }: Office): string {
  if (facility !== undefined) return `facility|${facility.code.trim() || wordKey(facility.name)}`
  const place = [province, district, commune].map(wordKey).join('|')
  return kind === 'commune' ? place : `${kind}|${place}`
}
