// npm run bench:hsm [-- --json] [--rounds N]: how much of a device's speed is left: our signer over PKCS#11 beside a loop of
// bare C_Sign on the same SoftHSM; and what a signature by the remote signer takes.
import { hsmCases } from './hsm-cases.ts'
import { measure } from './measure.ts'
import { remoteCases } from './remote-cases.ts'

const roundsFlag = process.argv.indexOf('--rounds')
const rounds = roundsFlag < 0 ? 11 : Number(process.argv[roundsFlag + 1])
for (const measured of [await hsmCases(), await remoteCases()]) {
  if (measured === undefined) continue
  const result = measured.figures(await measure(measured.cases, rounds))
  await measured.end()
  console.log(process.argv.includes('--json') ? JSON.stringify(result) : result)
}
