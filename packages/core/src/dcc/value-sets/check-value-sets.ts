import type { Dcc, Recovery, Test, Vaccination } from '../types.ts'
import { VACCINE_ENCODINGS } from './vaccine-encoding.ts'
import { codeStatus, type ValueSetId } from './value-sets.ts'

/** Where a code may not be used. Never the code itself. */
export interface ValueSetIssue {
  /** The schema's field names, "v.0.mp". */
  readonly path: string
  /** `value-set`: no code for new certificates; `vaccine-triple`: not of the same vaccine as `mp`. */
  readonly rule: 'value-set' | 'vaccine-triple'
}

type Coded<Event> = readonly { readonly name: keyof Event & string; readonly set: ValueSetId }[]

const VACCINATION: Coded<Vaccination> = [
  { name: 'tg', set: 'disease-agent-targeted' },
  { name: 'vp', set: 'sct-vaccines-covid-19' },
  { name: 'mp', set: 'vaccines-covid-19-names' },
  { name: 'ma', set: 'vaccines-covid-19-auth-holders' },
  { name: 'co', set: 'country-2-codes' },
]

const TEST: Coded<Test> = [
  { name: 'tg', set: 'disease-agent-targeted' },
  { name: 'tt', set: 'covid-19-lab-test-type' },
  { name: 'ma', set: 'covid-19-lab-test-manufacturer-and-name' },
  { name: 'tr', set: 'covid-19-lab-result' },
  { name: 'co', set: 'country-2-codes' },
]

const RECOVERY: Coded<Recovery> = [
  { name: 'tg', set: 'disease-agent-targeted' },
  { name: 'co', set: 'country-2-codes' },
]

/**
 * The coded fields whose code is not in force in the value sets: unknown or deprecated.
 * For certificates about to be written; reading never refuses a code.
 */
export function checkValueSets(dcc: Dcc): readonly ValueSetIssue[] {
  const issues: ValueSetIssue[] = []
  checkGroup(dcc.v, 'v', VACCINATION, issues)
  checkGroup(dcc.t, 't', TEST, issues)
  checkGroup(dcc.r, 'r', RECOVERY, issues)
  return issues
}

function checkGroup<Event extends object>(
  events: readonly Event[] | undefined,
  group: string,
  fields: Coded<Event>,
  issues: ValueSetIssue[],
): void {
  if (events === undefined) return
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as Event
    for (const { name, set } of fields) {
      const code = event[name]
      if (code === undefined || (typeof code === 'string' && codeStatus(set, code) === 'active')) continue
      issues.push({ path: `${group}.${index}.${name}`, rule: 'value-set' })
    }
  }
}

/** The fields of a vaccination that do not go with its `mp` (Annex A); an `mp` that Annex A does not know is one. */
export function checkVaccineTriple({ v = [] }: Pick<Dcc, 'v'>): readonly ValueSetIssue[] {
  const issues: ValueSetIssue[] = []
  for (let index = 0; index < v.length; index += 1) {
    for (const name of misfits(v[index] as Vaccination)) {
      issues.push({ path: `v.${index}.${name}`, rule: 'vaccine-triple' })
    }
  }
  return issues
}

type Misfits = readonly ('mp' | 'ma' | 'vp')[]

const NO_MISFITS: Misfits = []

function misfits({ mp, ma, vp }: Vaccination): Misfits {
  const encoding = VACCINE_ENCODINGS.get(mp)
  if (encoding === undefined) return ['mp']
  const holderFits = encoding.ma === ma
  const kindFits = encoding.vp.includes(vp)
  if (holderFits && kindFits) return NO_MISFITS
  if (kindFits) return ['ma']
  return holderFits ? ['vp'] : ['ma', 'vp']
}
