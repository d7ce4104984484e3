import type { FieldValues } from '../../record.ts'
import type { ReadItem } from '../json/ndjson-rows.ts'
import { type FindPatient, readImmunization } from './immunization.ts'
import { resourceOf } from './patients.ts'

/** Immunizations are rows; other resources tell of none. What is no resource, or a Bundle
 * within a Bundle, cannot be read. */
export function fhirItems(findPatient: FindPatient, constants: Partial<FieldValues>): ReadItem {
  return (value) => {
    const { resource } = resourceOf(value)
    if (typeof resource.resourceType !== 'string' || resource.resourceType === 'Bundle') return 'resource'
    if (resource.resourceType !== 'Immunization') return undefined
    const values = readImmunization(resource, findPatient)
    for (const [field, text] of Object.entries(constants)) {
      if (values[field as keyof FieldValues] === '') values[field as keyof FieldValues] = text
    }
    return { values }
  }
}
