import { type CborWritable, toBeSigned, writeCbor, writeSign1 } from '@vaxcert/core/cose'
import { writeText } from '@vaxcert/core/dcc'
import { authorityOf, NOW } from './sample-certificates.ts'

/** Seconds since 1970, half a year before and after every test run. */
const iat = Math.floor(NOW.getTime() / 1000) - 15_000_000
const exp = iat + 30_000_000

/** An invented ICVP. */
export const icvp: CborWritable = { n: 'Trần Thị Ánh', dob: '1990-03-12', v: [{ vp: 'XM0N24', bo: 'SAMPLE-B77' }] }

/** Signs what stands in the HCERT claim, whatever it is: its text. */
export async function signedContainer(hcert: ReadonlyMap<number, CborWritable>, keyName = 'dsc-all'): Promise<string> {
  const { signer } = authorityOf(keyName)
  const header = writeCbor(
    new Map<number, CborWritable>([
      [1, -7],
      [4, signer.kid],
    ]),
  )
  const claims: [number, CborWritable][] = [
    [1, 'VN'],
    [4, exp],
    [6, iat],
    [-260, hcert],
  ]
  const payload = writeCbor(new Map(claims))
  return writeText(writeSign1(header, payload, await signer.sign(toBeSigned(header, payload))))
}
