import { join, resolve } from 'node:path'
import { type DocumentSigner, writeTrustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { Command, CommanderError } from 'commander'
import type { Io } from '../io.ts'
import { clearPaths, keyPaths, readText, writeNewFile } from '../keys/key-files.ts'
import type { OutputOptions } from '../keys/options.ts'
import { makeSampleSet, type SampleSet, sampleNames, trustedNames } from '../keys/sample-set.ts'
import { checkCommand } from './keys/check.ts'
import { cscaCommand } from './keys/csca.ts'
import { dscCommand } from './keys/dsc.ts'
import { requestCommand } from './keys/request.ts'
import { saveKey } from './keys/save.ts'

const afterHelp = `
Keys made here lie in plain files and protect nothing: their names say SAMPLE. Real keys are born in an HSM; with a
request from there, 'dsc' makes a certificate of any name.
Exit codes: 0 made or passed, 1 a check failed, 2 used wrongly or with a file that is in the way or cannot be used.

Examples:
  vaxcert keys sample --out keys-sample --force
  vaxcert keys csca --out my/csca
  vaxcert keys dsc --csca my/csca --out my/dsc --usages vaccination
  vaxcert keys dsc --csca my/csca --request hsm/dsc.csr.pem --out issued/dsc
  vaxcert keys check my/dsc.pem --csca my/csca.pem
  vaxcert keys trust-list my/dsc.pem > my/trust-list.json`

/**
 * `vaxcert keys`: makes keys, requests and certificates, checks them, and writes the trust list that goes with them.
 * Usage errors, failed checks and help leave as a CommanderError whose exit code is 2, 1 or 0; what fails leaves as a Fault
 * `keys.*`, `signer.chain` or `list.shape`.
 */
export function keysCommand(io: Io): Command {
  const keys = new Command('keys').description(
    'Make keys and certificates: a CSCA, document signers, their trust list.',
  )
  keys.exitOverride(usageIsTwo).addHelpText('after', afterHelp)
  addSample(keys, io)
  for (const make of [cscaCommand, dscCommand, requestCommand, checkCommand]) {
    keys.addCommand(make(io).copyInheritedSettings(keys))
  }
  addTrustList(keys, io)
  return keys
}

function usageIsTwo(error: CommanderError): never {
  throw error.exitCode === 0 ? error : new CommanderError(2, error.code, error.message)
}

function addSample(keys: Command, io: Io): void {
  const sample = keys.command('sample').description('make the whole set of keys-sample, with new keys')
  sample
    .requiredOption('--out <folder>', 'folder to write into')
    .option('--force', 'replace files that are there', false)
    .option('--json', 'print one JSON line for each key', false)
    .action(async ({ out, force, json }: OutputOptions) => {
      const folder = resolve(io.cwd, out)
      const trustListPath = join(folder, 'trust-list.json')
      const set = await makeSampleSet()
      const keyFiles = sampleNames.flatMap((name) => Object.values(keyPaths(join(folder, name))))
      clearPaths([trustListPath, ...keyFiles], force)
      for (const [name, key] of set) saveKey(key, { out: join(out, name), force, json }, io)
      writeNewFile(trustListPath, trustListText(trustedOf(set)))
    })
}

function addTrustList(keys: Command, io: Io): void {
  const list = keys.command('trust-list').description('print the trust list of document signer certificates')
  list.argument('<certificate...>', 'certificates, PEM').action((paths: readonly string[]) => {
    const signers = paths.map((path) => documentSignerFromCertificate(readText(resolve(io.cwd, path))))
    io.stdout.write(trustListText(signers))
  })
}

function trustedOf(set: SampleSet): readonly DocumentSigner[] {
  return trustedNames.map((name) => documentSignerFromCertificate(set.get(name)?.certificate ?? ''))
}

function trustListText(signers: readonly DocumentSigner[]): string {
  return `${JSON.stringify(writeTrustList(signers), null, 2)}\n`
}
