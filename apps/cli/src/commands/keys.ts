import { join } from 'node:path'
import type { Algorithm } from '@vaxcert/core/cose'
import type { Usage } from '@vaxcert/core/dcc'
import { type DocumentSigner, writeTrustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate, type UsageFamily, usageOid } from '@vaxcert/core/trust/x509'
import { Command, CommanderError, Option } from 'commander'
import { type CertifiedKey, makeCsca, makeDsc } from '../keys/certificates.ts'
import { clearPaths, keyPaths, readKeyFiles, readText, writeKeyFiles, writeNewFile } from '../keys/key-files.ts'
import { type CertificateOptions, certificateOptions, readUsages, requestOf } from '../keys/options.ts'
import { makeSampleSet, type SampleSet, sampleNames, trustedNames } from '../keys/sample-set.ts'

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
export function keysCommand(): Command {
  const keys = new Command('keys')
    .description('Make sample keys: a CSCA, document signers, and the trust list that goes with them.')
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : new CommanderError(2, error.code, error.message)
    })
    .addHelpText('after', afterHelp)
  addSample(keys)
  addCsca(keys)
  addDsc(keys)
  addTrustList(keys)
  return keys
}

type Output = Pick<CertificateOptions, 'out' | 'force' | 'json'>

function addSample(keys: Command): void {
  const sample = keys.command('sample').description('make the whole set of keys-sample, with new keys')
  sample
    .requiredOption('--out <folder>', 'folder to write into')
    .option('--force', 'replace files that are there', false)
    .option('--json', 'print one JSON line for each key', false)
    .action(async ({ out, force, json }: Output) => {
      const trustListPath = join(out, 'trust-list.json')
      const set = await makeSampleSet()
      clearPaths([trustListPath, ...sampleNames.flatMap((name) => pathsOf(join(out, name)))], force)
      for (const [name, key] of set) save(sample, key, { out: join(out, name), force, json })
      writeNewFile(trustListPath, trustListText(trustedOf(set)))
    })
}

function addCsca(keys: Command): void {
  const csca = keys.command('csca').description('make a country signing certificate authority')
  for (const option of certificateOptions('CSCA')) csca.addOption(option)
  csca.action(async (options: CertificateOptions) => {
    checkOrder(csca, options)
    save(csca, await makeCsca(requestOf(options)), options)
  })
}

interface DscOptions extends CertificateOptions {
  readonly csca: string
  readonly algorithm: Algorithm
  readonly eku: UsageFamily | 'none'
  readonly usages?: readonly Usage[]
}

function addDsc(keys: Command): void {
  const dsc = keys.command('dsc').description('make a document signer under a CSCA')
  for (const option of certificateOptions('DSC')) dsc.addOption(option)
  dsc
    .requiredOption('--csca <prefix>', 'CSCA to sign with: PREFIX.pem and PREFIX.key.pem')
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
      save(dsc, await makeDsc(request, readKeyFiles(options.csca)), options)
    })
}

function addTrustList(keys: Command): void {
  const list = keys.command('trust-list').description('print the trust list of document signer certificates')
  list.argument('<certificate...>', 'certificates, PEM').action((paths: readonly string[]) => {
    print(list, trustListText(paths.map((path) => documentSignerFromCertificate(readText(path)))))
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

function save(command: Command, key: CertifiedKey, { out, force, json }: Output): void {
  const { certificate, privateKey } = keyPaths(out)
  const kid = Buffer.from(documentSignerFromCertificate(key.certificate).kid).toString('base64')
  clearPaths([certificate, privateKey], force)
  writeKeyFiles(out, key)
  print(command, json ? `${JSON.stringify({ certificate, privateKey, kid })}\n` : `${kid}  ${certificate}\n`)
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

function print(command: Command, text: string): void {
  command.configureOutput().writeOut?.(text)
}
