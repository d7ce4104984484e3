import {
  type Dcc,
  makerName,
  type PersonName,
  productName,
  type Recovery,
  type Test,
  type Vaccination,
} from '@vaxcert/core/dcc'
import { countryText, dateText, momentText } from './format.ts'
import type { FieldKey, Language, WordKey } from './words.ts'
import { sayIn } from './words.ts'

/** One line of a certificate, ready to be shown. The text may come from the certificate: it is not trusted. */
export interface Fact {
  readonly field: FieldKey
  readonly text: string
}

/** Codes of the certificate that have words; all others are shown as they are. */
const meanings: Readonly<Record<string, WordKey>> = {
  '840539006': 'value.covid-19',
  '1119349007': 'value.mrna',
  '1119305005': 'value.antigen',
  '1157024006': 'value.inactivated',
  '1162643001': 'value.spike',
  '1187593009': 'value.dna',
  '28531000087107': 'value.any-vaccine',
  J07BX03: 'value.any-vaccine',
  '29061000087103': 'value.vector',
  '30141000087107': 'value.virus-like',
  'LP6464-4': 'value.naat',
  'LP217198-3': 'value.rapid',
  '260373001': 'value.detected',
  '260415000': 'value.not-detected',
}

function meaning(language: Language, code: string): string {
  const key = Object.hasOwn(meanings, code) ? meanings[code] : undefined
  return key === undefined ? code : sayIn(language, key)
}

/** Surname first, as written; where nothing is written, as in the passport. */
export function nameText({ fn, gn, fnt, gnt }: PersonName): string {
  return [fn, gn].filter(Boolean).join(' ') || passportName({ fnt, gnt } as PersonName)
}

/** As the passport writes it: "NGUYEN<<BAO<DUY". Empty where nothing is stated. */
export function passportName({ fnt, gnt }: PersonName): string {
  return [fnt, gnt].filter(Boolean).join('<<')
}

export function birthText(language: Language, dob: string): string {
  return dob === '' ? sayIn(language, 'value.not-stated') : dateText(language, dob)
}

/** What a certificate states of its event, in the order of Decision 5772/QĐ-BYT; name and birth date come apart. */
export function eventFacts(language: Language, { v = [], t = [], r = [] }: Dcc): readonly Fact[] {
  return [
    ...v.flatMap((event) => vaccinationFacts(language, event)),
    ...t.flatMap((event) => testFacts(language, event)),
    ...r.flatMap((event) => recoveryFacts(language, event)),
  ]
}

function vaccinationFacts(language: Language, event: Vaccination): readonly Fact[] {
  const { tg, dn, sd, dt, vp, mp, ma } = event
  const dose = sayIn(language, 'value.dose-of', { dose: String(dn), series: String(sd) })
  return [
    ...commonHead(language, tg),
    { field: 'doses', text: String(dn) },
    { field: 'date', text: dateText(language, dt) },
    { field: 'dose', text: dose },
    { field: 'vaccine', text: meaning(language, vp) },
    { field: 'product', text: productName(mp) },
    { field: 'maker', text: makerName(ma) },
    ...commonEnd(language, event),
  ]
}

function testFacts(language: Language, event: Test): readonly Fact[] {
  const { tg, tt, nm, ma, sc, tr, tc } = event
  return [
    ...commonHead(language, tg),
    { field: 'result', text: meaning(language, tr) },
    { field: 'sampled', text: momentText(language, sc) },
    { field: 'test-type', text: meaning(language, tt) },
    ...stated('test-name', nm),
    ...stated('test-maker', ma),
    ...stated('centre', tc),
    ...commonEnd(language, event),
  ]
}

function recoveryFacts(language: Language, event: Recovery): readonly Fact[] {
  const { tg, fr, df, du } = event
  return [
    ...commonHead(language, tg),
    { field: 'first-positive', text: dateText(language, fr) },
    { field: 'valid-from', text: dateText(language, df) },
    { field: 'valid-until', text: dateText(language, du) },
    ...commonEnd(language, event),
  ]
}

function stated(field: FieldKey, text: string | undefined): readonly Fact[] {
  return text === undefined || text === '' ? [] : [{ field, text }]
}

/** Field 3 of the decision, nationality, has no home in the certificate: the identity paper has it. */
function commonHead(language: Language, disease: string): readonly Fact[] {
  return [
    { field: 'nationality', text: sayIn(language, 'value.not-in-code') },
    { field: 'disease', text: meaning(language, disease) },
  ]
}

function commonEnd(language: Language, { ci, co, is }: Vaccination | Test | Recovery): readonly Fact[] {
  return [
    { field: 'identifier', text: ci },
    { field: 'country', text: countryText(language, co) },
    { field: 'issuer', text: is },
  ]
}
