import { TEST_RESULT, VACCINATION_STATUS } from './ddcc-fields.ts'
import type { FieldLabels, SubClaim } from './sub-claim.ts'

/** Label of the EU's certificate, the one kind of document that is judged. */
export const EU_DCC_V1 = 1

/** DVCMin (smart-icvp 0.3.0), and the fields of trial payloads before it: dn, tg, mp, ma, mid. */
const ICVP: FieldLabels = {
  n: 'Name',
  dob: 'Date of birth',
  s: 'Sex',
  ntl: 'Nationality',
  nid: 'Identity document',
  ndt: 'Type of identity document',
  gn: 'Parent or guardian',
  v: {
    tg: 'Disease',
    vp: 'Vaccine or product',
    mp: 'Trade item',
    ma: 'Manufacturer',
    mid: 'Manufacturer identifier',
    dn: 'Dose',
    dt: 'Date of vaccination',
    bo: 'Batch',
    cn: 'Clinician',
    is: 'Issuer',
    vls: 'Valid from',
    vle: 'Valid until',
  },
}

/** The sub-claims that are known (smart-trust hcert specification 1.1.1 and its logical model HCert). */
export const SUB_CLAIMS: readonly SubClaim[] = [
  { label: EU_DCC_V1, name: 'EU DCC', status: 'in use', spec: 'hcert §3.3.7', fields: {} },
  { label: 2, name: 'RACSEL DDVC', status: 'proposed', spec: 'smart-trust HCert', fields: {} },
  { label: 3, name: 'DDCC:VS', status: 'proposed', spec: 'DDCCCoreDataSetVS RC2', fields: VACCINATION_STATUS },
  { label: 4, name: 'DDCC:TR', status: 'proposed', spec: 'DDCCCoreDataSetTR RC2', fields: TEST_RESULT },
  { label: 5, name: 'Health link', status: 'in use', spec: 'smart-trust hcert §3', fields: 'Link' },
  { label: -6, name: 'ICVP', status: 'proposed', spec: 'smart-icvp DVCMin 0.3.0', fields: ICVP },
]

/** Undefined for a label that nobody assigned, as far as we know. */
export function subClaimOf(label: number): SubClaim | undefined {
  return SUB_CLAIMS.find((subClaim) => subClaim.label === label)
}
