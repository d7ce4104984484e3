import { Command } from 'commander'
import type { Io } from '../../io.ts'
import { makeCsca } from '../../keys/certificates.ts'
import {
  type CertificateOptions,
  cscaLifetime,
  outputOptions,
  planOf,
  subjectOf,
  subjectOptions,
  validityOptions,
} from '../../keys/options.ts'
import { saveKey } from './save.ts'

const EXAMPLE = `
Example:
  vaxcert keys csca --out my/csca --country VN --from 2021-01-01 --until 2041-01-01`

/** `vaxcert keys csca`: a country signing certificate authority with a key in a file. */
export function cscaCommand(io: Io): Command {
  const command = new Command('csca').description('make a country signing certificate authority')
  const options = [...outputOptions('PREFIX.pem and PREFIX.key.pem'), ...subjectOptions('CSCA')]
  for (const option of [...options, ...validityOptions(cscaLifetime, io)]) command.addOption(option)
  return command.addHelpText('after', EXAMPLE).action(async (options: CertificateOptions) => {
    const plan = planOf(options, cscaLifetime) ?? periodError(command)
    saveKey(await makeCsca({ ...plan, subject: subjectOf(options) }), options, io)
  })
}

/** Ends the command: exit code 2. */
export function periodError(command: Command): never {
  return command.error('error: a period ends before it begins, or the key would outlive its certificate')
}
