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

type Coded<Event> = readonly (readonly [name: keyof Event & string, set: ValueSetId])[]

const VACCINATION: Coded<Vaccination> = [
  ['tg', 'disease-agent-targeted'],
  ['vp', 'sct-vaccines-covid-19'],
  ['mp', 'vaccines-covid-19-names'],
  ['ma', 'vaccines-covid-19-auth-holders'],
  ['co', 'country-2-codes'],
]

const TEST: Coded<Test> = [
  ['tg', 'disease-agent-targeted'],
  ['tt', 'covid-19-lab-test-type'],
  ['ma', 'covid-19-lab-test-manufacturer-and-name'],
  ['tr', 'covid-19-lab-result'],
  ['co', 'country-2-codes'],
]

const RECOVERY: Coded<Recovery> = [
  ['tg', 'disease-agent-targeted'],
  ['co', 'country-2-codes'],
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
  for (const [index, event] of (events ?? []).entries()) {
    for (const [name, set] of fields) {
      const code = event[name]
      if (code === undefined || (typeof code === 'string' && codeStatus(set, code) === 'active')) continue
      issues.push({ path: `${group}.${index}.${name}`, rule: 'value-set' })
    }
  }
}

/** The fields of a vaccination that do not go with its `mp` (Annex A); an `mp` that Annex A does not know is one. */
export function checkVaccineTriple({ v = [] }: Pick<Dcc, 'v'>): readonly ValueSetIssue[] {
  return v.flatMap((vaccination, index) =>
    misfits(vaccination).map((name) => ({ path: `v.${index}.${name}`, rule: 'vaccine-triple' as const })),
  )
}

function misfits({ mp, ma, vp }: Vaccination): readonly ('mp' | 'ma' | 'vp')[] {
  const encoding = VACCINE_ENCODINGS.get(mp)
  if (encoding === undefined) return ['mp']
  return [...(encoding.ma === ma ? [] : (['ma'] as const)), ...(encoding.vp.includes(vp) ? [] : (['vp'] as const))]
}
