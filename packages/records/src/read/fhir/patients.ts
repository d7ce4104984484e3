import { Fault } from '@vaxcert/core/fault'
import { type Element, elementOf, textOf } from './element.ts'
import type { FindPatient } from './immunization.ts'
import { type PatientValues, patientFields, readPatient } from './patient.ts'

/** Patients of one run, each as one text: a million of them take some 300 MB. */
export interface Patients {
  /** Takes what an entry or a line holds, where it is a Patient. */
  take(resource: Element, fullUrl: string): void
  readonly find: FindPatient
}

const SEPARATOR = '\u001f'

/** @throws Fault `record.patients` in `take`, when there are more than `most`: hand the doses in in parts, or as CSV */
export function patientTable(most: number): Patients {
  const table = new Map<string, string>()
  const take = (resource: Element, fullUrl: string): void => {
    if (resource.resourceType !== 'Patient') return
    const values = readPatient(resource)
    const text = patientFields.map((field) => values[field].replaceAll(SEPARATOR, ' ')).join(SEPARATOR)
    const id = textOf(resource.id)
    if (id !== '') table.set(`Patient/${id}`, text)
    if (fullUrl !== '') table.set(fullUrl, text)
    if (table.size > 2 * most) throw new Fault('record.patients', 'more patients than one run can hold')
  }
  return { take, find: (reference) => readText(table.get(reference) ?? table.get(relative(reference))) }
}

/** "https://host/fhir/Patient/7/_history/2" and "Patient/7/_history/2" refer to "Patient/7". */
function relative(reference: string): string {
  return /(?:^|\/)(Patient\/[^/]+)(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? reference
}

function readText(text: string | undefined): PatientValues | undefined {
  const parts = text?.split(SEPARATOR)
  return parts && (Object.fromEntries(patientFields.map((field, at) => [field, parts[at] ?? ''])) as PatientValues)
}

/** The resource of a Bundle entry, or the value itself where it is a resource. */
export function resourceOf(value: unknown): { resource: Element; fullUrl: string } {
  const entry = elementOf(value)
  const isResource = typeof entry.resourceType === 'string'
  return { resource: isResource ? entry : elementOf(entry.resource), fullUrl: textOf(entry.fullUrl) }
}
