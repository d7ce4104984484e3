import type { FieldValues } from '../../record.ts'
import { conceptCode, conceptText, type Element, elementOf, elementsOf, firstText, textOf } from './element.ts'

/** The fields that a Patient tells. */
export const patientFields = [
  'id_number',
  'old_id_number',
  'id_kind',
  'full_name',
  'sex',
  'birth_date',
  'nationality',
  'phone',
  'guardian_name',
  'guardian_phone',
  'guardian_relation',
  'address',
  'commune',
  'district',
  'province',
  'death_date',
] as const

export type PatientValues = Readonly<Pick<FieldValues, (typeof patientFields)[number]>>

/** Reads a Patient (FHIR R4 §8.1), as received. */
export function readPatient(patient: Element): PatientValues {
  const [contact = {}] = elementsOf(patient.contact)
  const [address = {}] = elementsOf(patient.address)
  return {
    ...readIdentifiers(elementsOf(patient.identifier)),
    full_name: readName(elementsOf(patient.name)),
    sex: textOf(patient.gender),
    birth_date: textOf(patient.birthDate),
    nationality: readNationality(elementsOf(patient.extension)),
    phone: readPhone(patient.telecom),
    guardian_name: readName(elementsOf(contact.name)),
    guardian_phone: readPhone(contact.telecom),
    guardian_relation: conceptText(elementsOf(contact.relationship)[0]),
    address: firstText(address.text, (Array.isArray(address.line) ? address.line.map(textOf) : []).join(', ')),
    commune: textOf(address.city),
    district: textOf(address.district),
    province: textOf(address.state),
    death_date: textOf(patient.deceasedDateTime),
  }
}

/** The national number, else the passport, else the first (HL7 v2 table 0203: NI, NNxxx, PPN). */
function readIdentifiers(
  identifiers: readonly Element[],
): Pick<PatientValues, 'id_number' | 'old_id_number' | 'id_kind'> {
  const old = identifiers.find(({ use }) => use === 'old')
  const valid = identifiers.filter((identifier) => identifier !== old)
  const national = valid.find(({ type }) => /^N(I|N[A-Z]*)$/.test(conceptCode(type)))
  const passport = valid.find(({ type }) => conceptCode(type) === 'PPN')
  const chosen = national ?? passport ?? valid[0]
  return {
    id_number: textOf(chosen?.value),
    old_id_number: textOf(old?.value),
    id_kind: chosen !== undefined && chosen === passport ? 'passport' : '',
  }
}

/** The official name before others; family name first, as Vietnamese write it. */
function readName(names: readonly Element[]): string {
  const name = names.find(({ use }) => use === 'official') ?? names[0] ?? {}
  const given = Array.isArray(name.given) ? name.given.map(textOf) : []
  return firstText(name.text, [textOf(name.family), ...given].filter((part) => part !== '').join(' '))
}

function readPhone(telecom: unknown): string {
  const phones = elementsOf(telecom).filter(({ system }) => system === 'phone' || system === 'sms')
  return textOf((phones.find(({ use }) => use === 'mobile') ?? phones[0])?.value)
}

/** Extension patient-nationality: its part `code`. */
function readNationality(extensions: readonly Element[]): string {
  const nationality = extensions.find(({ url }) => textOf(url).endsWith('/patient-nationality'))
  const code = elementsOf(nationality?.extension).find(({ url }) => url === 'code')
  const concept = elementOf(code?.valueCodeableConcept)
  return firstText(conceptCode(concept), concept.text)
}
