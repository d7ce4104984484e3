import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFacilities } from '@vaxcert/records'
import { fingerprint } from '@vaxcert/records/confirm'
import { certificateBytes } from '../keys/certificate-bytes.ts'
import { SIGNING_UNIT } from './demo-steps.ts'

/** Registers one office that signs for every facility of the sample, with the sample's facility key. */
export function writeSigningUnits(out: string, certificate: string): void {
  const facilities = readFacilities(readFileSync(join(out, 'records/facilities.csv'), 'utf8'))
  const unit = { unit: SIGNING_UNIT, certificate: fingerprint(certificateBytes(readFileSync(certificate))) }
  const register = { units: [{ ...unit, facilities: [...facilities.keys()] }] }
  writeFileSync(join(out, 'units.json'), `${JSON.stringify(register, null, 2)}\n`)
}
