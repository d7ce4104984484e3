// npm run bench:hsm [-- --json] [--rounds N]: how much of a device's speed is left: our signer over PKCS#11 beside a loop of
// bare C_Sign on the same SoftHSM.
import { hsmCases } from './hsm-cases.ts'
import { measure } from './measure.ts'

const roundsFlag = process.argv.indexOf('--rounds')
const measured = await hsmCases()
if (measured !== undefined) {
  const { cases, figures, end } = measured
  const result = figures(await measure(cases, roundsFlag < 0 ? 11 : Number(process.argv[roundsFlag + 1])))
  await end()
  console.log(process.argv.includes('--json') ? JSON.stringify(result) : result)
}
