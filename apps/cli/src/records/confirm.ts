import { Command } from 'commander'
import type { Io } from '../io.ts'
import { confirmCheckCommand } from './confirm-check.ts'
import { confirmSignCommand } from './confirm-sign.ts'

const examples = `
A facility, or the office that the province named, answers for its doses with its own key and a certificate of any CA. Which
certificate may answer for which facilities stands in the register of units:
  {"units": [{"unit": "24001", "certificate": SHA-256 in hex, "facilities": ["24001"], "until"?: moment of withdrawal}]}

Examples:
  $ vaxcert confirm sign clean.csv --unit 24001 --units units.json --key facility --by "BS. Trần Thị Mẫu" --out confirmed
  $ vaxcert confirm check confirmed/*.json --doses clean.csv --units units.json --ca vendor-ca.pem`

/** `vaxcert confirm`: a facility's signed word over its doses. */
export function confirmCommand(io: Io): Command {
  const command = new Command('confirm').description('Sign the doses of a facility, and check what was signed.')
  for (const make of [confirmSignCommand, confirmCheckCommand]) command.addCommand(make(io))
  return command.addHelpText('after', examples)
}
