import { resolve } from 'node:path'
import type { Algorithm } from '@vaxcert/core/cose'
import type { Usage } from '@vaxcert/core/dcc'
import { type UsageFamily, usageOid } from '@vaxcert/core/trust/x509'
import { Command, Option } from 'commander'
import type { Io } from '../../io.ts'
import { certifyDsc, makeDsc } from '../../keys/certificates.ts'
import { readKeyFiles, readText } from '../../keys/key-files.ts'
import {
  type CertificateOptions,
  dscLifetime,
  outputOptions,
  planOf,
  readPrefix,
  readUsages,
  subjectOf,
  subjectOptions,
  validityOptions,
} from '../../keys/options.ts'
import { readRequest } from '../../keys/signed-request.ts'
import { periodError } from './csca.ts'
import { saveCertificate, saveKey } from './save.ts'

const HELP = `
With --request the subject and the key are those of the request, whose key stays where it was born; what the certificate
allows is said here all the same. Its subject may be anybody's: see who asks.

Examples:
  vaxcert keys dsc --csca my/csca --out my/dsc --usages vaccination
  vaxcert keys dsc --csca my/csca --request hsm/dsc.csr.pem --out issued/dsc --eku both`

interface DscOptions extends CertificateOptions {
  readonly csca: string
  readonly request?: string
  readonly algorithm: Algorithm
  readonly eku: UsageFamily | 'both' | 'none'
  readonly usages?: readonly Usage[]
}

/** `vaxcert keys dsc`: a document signer under a CSCA, with a key in a file or for the key of a request. */
export function dscCommand(io: Io): Command {
  const command = new Command('dsc').description('make a document signer under a CSCA')
  const options = [...outputOptions('PREFIX.pem and, without --request, PREFIX.key.pem'), ...subjectOptions('DSC')]
  for (const option of [...options, ...validityOptions(dscLifetime, io), ...signerOptions()]) command.addOption(option)
  return command.addHelpText('after', HELP).action((options: DscOptions) => makeSigner(command, options, io))
}

function signerOptions(): readonly Option[] {
  return [
    new Option('--csca <prefix>', 'CSCA to sign with: PREFIX.pem and PREFIX.key.pem')
      .argParser(readPrefix)
      .makeOptionMandatory(),
    new Option('--request <file>', 'certification request (PKCS#10, PEM) of a key that lies elsewhere').conflicts([
      'algorithm',
      'commonName',
      'country',
      'organisation',
    ]),
    new Option('--algorithm <name>', 'PS256 is RSA-2048').choices(['ES256', 'PS256']).default('ES256'),
    new Option('--eku <family>', 'object identifiers of the extended key usage')
      .choices(['current', 'legacy', 'both', 'none'])
      .default('current'),
    new Option('--usages <list>', 'vaccination,test,recovery (default: all)').argParser(readUsages),
  ]
}

async function makeSigner(command: Command, options: DscOptions, io: Io): Promise<void> {
  const period = planOf(options, dscLifetime) ?? periodError(command)
  const plan = { ...period, keyPurposes: keyPurposes(command, options) }
  const csca = readKeyFiles(resolve(io.cwd, options.csca))
  if (options.request === undefined) {
    const request = { ...plan, subject: subjectOf(options), algorithm: options.algorithm }
    saveKey(await makeDsc(request, csca), options, io)
  } else {
    const request = await readRequest(readText(resolve(io.cwd, options.request)))
    saveCertificate(await certifyDsc(request, plan, csca), options, io)
  }
}

function keyPurposes(command: Command, { eku, usages }: DscOptions): readonly string[] {
  if (eku === 'none') {
    if (usages !== undefined) command.error("error: option '--usages' needs an extended key usage to stand in")
    return []
  }
  const families: readonly UsageFamily[] = eku === 'both' ? ['current', 'legacy'] : [eku]
  const named = usages ?? readUsages('vaccination,test,recovery')
  return families.flatMap((family) => named.map((usage) => usageOid(usage, family)))
}
