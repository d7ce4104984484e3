import { checkVaccineTriple, type Dcc, type DecodedDcc, type Vaccination } from '@vaxcert/core/dcc'
import { type FieldValues, fields } from '../record.ts'
import { evidenceOf } from './evidence.ts'

/** What `verify` of core says of a certificate that it accepted; no other verdict has this shape. */
export interface AcceptedCertificate {
  readonly kind: 'accepted'
  readonly dcc: DecodedDcc
}

/**
 * The dose that an accepted certificate states, as a record to be cleansed like any other: the person as it names them,
 * product, day, number and country of the dose, and the digest of the certificate as evidence, never its text. What
 * certificates do not say (sex, nationality, number of a paper, lot, place) stays empty, for whoever sees the passport.
 * Undefined where it states no vaccination.
 */
export async function doseOfCertificate({ dcc }: AcceptedCertificate): Promise<FieldValues | undefined> {
  const { dcc: content } = dcc.claims
  const [vaccination] = content.v ?? []
  if (vaccination === undefined) return undefined
  const evidence = await evidenceOf(dcc)
  return {
    ...nothing,
    dose_id: `ABROAD-${evidence.slice(-32)}`,
    full_name: nameOf(content),
    birth_date: content.dob,
    product: productOf(vaccination, content),
    dose_date: vaccination.dt.slice(0, 10),
    dose_number: `${vaccination.dn}`,
    country: vaccination.co,
    entry_mode: 'certificate',
    evidence,
  }
}

const nothing = Object.fromEntries(fields.map((field) => [field, ''])) as FieldValues

/** Surname first, as the register has it; in A–Z where nothing else is there. */
function nameOf({ nam: { fn, gn, fnt, gnt } }: Dcc): string {
  const written = [fn, gn].filter(Boolean).join(' ')
  return written === '' ? [fnt, gnt].filter(Boolean).join(' ').replace(/<+/g, ' ') : written
}

/** The product's code; where holder or kind are not its own, all three, so that DS-07 sees it. */
function productOf({ mp, ma, vp }: Vaccination, { v = [] }: Dcc): string {
  return checkVaccineTriple({ v }).length === 0 ? mp : `${mp} ${ma} ${vp}`
}
