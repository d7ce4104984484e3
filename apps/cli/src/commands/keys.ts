import { join, resolve } from 'node:path'
import type { Algorithm } from '@vaxcert/core/cose'
import type { Usage } from '@vaxcert/core/dcc'
import { type DocumentSigner, writeTrustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate, type UsageFamily, usageOid } from '@vaxcert/core/trust/x509'
import { Command, CommanderError, Option } from 'commander'
import type { Io } from '../io.ts'
import { type CertifiedKey, makeCsca, makeDsc } from '../keys/certificates.ts'
import { clearPaths, keyPaths, readKeyFiles, readText, writeKeyFiles, writeNewFile } from '../keys/key-files.ts'
import { type CertificateOptions, certificateOptions, readPrefix, readUsages, requestOf } from '../keys/options.ts'
import { makeSampleSet, type SampleSet, sampleNames, trustedNames } from '../keys/sample-set.ts'
import { base64, jsonLine, printable } from '../terminal.ts'

const afterHelp = `
Keys made here lie in plain files and protect nothing. Real keys are born in an HSM.
Exit codes: 0 made, 2 used wrongly or with a file that is in the way or cannot be used.

Examples:
  vaxcert keys sample --out keys-sample --force
  vaxcert keys csca --out my/csca --from 2021-01-01 --until 2041-01-01
  vaxcert keys dsc --csca my/csca --out my/dsc --from 2021-04-01 --until 2036-04-01 --usages vaccination
  vaxcert keys trust-list my/dsc.pem > my/trust-list.json`

/**
 * `vaxcert keys`: makes sample keys and the trust list that goes with them. Usage errors and help leave as a
 * CommanderError whose exit code is 2 or 0; what fails leaves as a Fault `keys.*`, `signer.chain` or `list.shape`.
 */
export function keysCommand(io: Io): Command {
  const keys = new Command('keys')
    .description('Make sample keys: a CSCA, document signers, and the trust list that goes with them.')
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : new CommanderError(2, error.code, error.message)
    })
    .addHelpText('after', afterHelp)
  addSample(keys, io)
  addCsca(keys, io)
  addDsc(keys, io)
  addTrustList(keys, io)
  return keys
}

type Output = Pick<CertificateOptions, 'out' | 'force' | 'json'>

function addSample(keys: Command, io: Io): void {
  const sample = keys.command('sample').description('make the whole set of keys-sample, with new keys')
  sample
    .requiredOption('--out <folder>', 'folder to write into')
    .option('--force', 'replace files that are there', false)
    .option('--json', 'print one JSON line for each key', false)
    .action(async ({ out, force, json }: Output) => {
      const folder = resolve(io.cwd, out)
      const trustListPath = join(folder, 'trust-list.json')
      const set = await makeSampleSet()
      clearPaths([trustListPath, ...sampleNames.flatMap((name) => pathsOf(join(folder, name)))], force)
      for (const [name, key] of set) save(key, { out: join(out, name), force, json }, io)
      writeNewFile(trustListPath, trustListText(trustedOf(set)))
    })
}

function addCsca(keys: Command, io: Io): void {
  const csca = keys.command('csca').description('make a country signing certificate authority')
  for (const option of certificateOptions('CSCA')) csca.addOption(option)
  csca.action(async (options: CertificateOptions) => {
    checkOrder(csca, options)
    save(await makeCsca(requestOf(options)), options, io)
  })
}

interface DscOptions extends CertificateOptions {
  readonly csca: string
  readonly algorithm: Algorithm
  readonly eku: UsageFamily | 'none'
  readonly usages?: readonly Usage[]
}

function addDsc(keys: Command, io: Io): void {
  const dsc = keys.command('dsc').description('make a document signer under a CSCA')
  for (const option of certificateOptions('DSC')) dsc.addOption(option)
  dsc
    .requiredOption('--csca <prefix>', 'CSCA to sign with: PREFIX.pem and PREFIX.key.pem', readPrefix)
    .addOption(new Option('--algorithm <name>', 'PS256 is RSA-2048').choices(['ES256', 'PS256']).default('ES256'))
    .addOption(
      new Option('--eku <family>', 'object identifiers of the extended key usage')
        .choices(['current', 'legacy', 'none'])
        .default('current'),
    )
    .addOption(new Option('--usages <list>', 'vaccination,test,recovery (default: all)').argParser(readUsages))
    .action(async (options: DscOptions) => {
      checkOrder(dsc, options)
      const request = { ...requestOf(options), algorithm: options.algorithm, keyPurposes: keyPurposes(dsc, options) }
      save(await makeDsc(request, readKeyFiles(resolve(io.cwd, options.csca))), options, io)
    })
}

function addTrustList(keys: Command, io: Io): void {
  const list = keys.command('trust-list').description('print the trust list of document signer certificates')
  list.argument('<certificate...>', 'certificates, PEM').action((paths: readonly string[]) => {
    const signers = paths.map((path) => documentSignerFromCertificate(readText(resolve(io.cwd, path))))
    io.stdout.write(trustListText(signers))
  })
}

function keyPurposes(command: Command, { eku, usages }: DscOptions): readonly string[] {
  if (eku !== 'none') return (usages ?? readUsages('vaccination,test,recovery')).map((usage) => usageOid(usage, eku))
  if (usages !== undefined) command.error("error: option '--usages' needs an extended key usage to stand in")
  return []
}

function checkOrder(command: Command, { from, until }: CertificateOptions): void {
  if (until < from) command.error("error: option '--until' is before '--from'")
}

function save(key: CertifiedKey, { out, force, json }: Output, io: Io): void {
  const prefix = resolve(io.cwd, out)
  clearPaths(pathsOf(prefix), force)
  writeKeyFiles(prefix, key)
  const { certificate, privateKey } = keyPaths(out)
  const kid = base64(documentSignerFromCertificate(key.certificate).kid)
  io.stdout.write(json ? jsonLine({ certificate, privateKey, kid }) : `${kid}  ${printable(certificate)}\n`)
}

function pathsOf(prefix: string): readonly string[] {
  return Object.values(keyPaths(prefix))
}

function trustedOf(set: SampleSet): readonly DocumentSigner[] {
  return trustedNames.map((name) => documentSignerFromCertificate(set.get(name)?.certificate ?? ''))
}

function trustListText(signers: readonly DocumentSigner[]): string {
  return `${JSON.stringify(writeTrustList(signers), null, 2)}\n`
}
