import type { FieldValues } from '../../record.ts'
import { emptyValues } from '../row-values.ts'
import { conceptText, type Element, elementOf, elementsOf, firstText, textOf } from './element.ts'
import { type PatientValues, readPatient } from './patient.ts'

/** A Patient by what refers to it. */
export type FindPatient = (reference: string) => PatientValues | undefined

/**
 * Reads an Immunization (FHIR R4 §9.5), as received, with its Patient where that is known. A dose whose Patient is not
 * is a dose all the same: whom it was given to is then for people to find.
 */
export function readImmunization(immunization: Element, findPatient: FindPatient): FieldValues {
  const reference = textOf(elementOf(immunization.patient).reference)
  const patient = containedPatient(immunization, reference) ?? findPatient(reference)
  return { ...emptyValues, ...patient, ...readDose(immunization), ...readPlace(immunization), person_id: reference }
}

function containedPatient(immunization: Element, reference: string): PatientValues | undefined {
  if (!reference.startsWith('#')) return undefined
  const resources = elementsOf(immunization.contained)
  const patient = resources.find((one) => one.resourceType === 'Patient' && `#${textOf(one.id)}` === reference)
  return patient && readPatient(patient)
}

function readDose(immunization: Element): Partial<FieldValues> {
  const [protocol = {}] = elementsOf(immunization.protocolApplied)
  const [identifier = {}] = elementsOf(immunization.identifier)
  return {
    dose_id: firstText(identifier.value, immunization.id),
    product: readProduct(immunization.vaccineCode),
    lot: textOf(immunization.lotNumber),
    dose_date: firstText(immunization.occurrenceDateTime, immunization.occurrenceString),
    dose_number: firstText(protocol.doseNumberPositiveInt, protocol.doseNumberString),
    dose_class: textOf(protocol.series),
    status: [textOf(immunization.status), conceptText(immunization.statusReason)].filter(Boolean).join(': '),
    entry_date: textOf(immunization.recorded),
    entry_mode: conceptText(immunization.reportOrigin),
  }
}

/** A code of the European product list says more than any name. */
function readProduct(vaccineCode: unknown): string {
  const codes = elementsOf(elementOf(vaccineCode).coding).map(({ code }) => textOf(code))
  return codes.find((code) => code.startsWith('EU/1/')) ?? conceptText(vaccineCode)
}

function readPlace(immunization: Element): Partial<FieldValues> {
  const location = elementOf(immunization.location)
  const [performer = {}] = elementsOf(immunization.performer)
  const actor = elementOf(performer.actor)
  return {
    facility: firstText(elementOf(location.identifier).value, location.reference),
    facility_name: firstText(location.display, actor.display),
  }
}
