import { resolve } from 'node:path'
import { checkChain } from '@vaxcert/core/trust/chain'
import { Command, Option } from 'commander'
import { negativeResult } from '../../exit.ts'
import type { Io } from '../../io.ts'
import { checkText, type KeyReport } from '../../keys/check-text.ts'
import { readCertificateFile } from '../../keys/key-files.ts'
import { checkOnboarding } from '../../keys/onboarding.ts'
import { jsonLine } from '../../terminal.ts'
import { parseTime } from '../../times.ts'

const HELP = `
First what RFC 5280 and hcert ask of a document signer and its CSCA, strictly; then what the WHO network (GDHCN) recommends:
lifetimes, key-use periods, keys, key purposes, country. "advised" does not fail.

Examples:
  vaxcert keys check my/dsc.pem --csca my/csca.pem
  vaxcert keys check issued/dsc.pem --csca my/csca.pem --json`

interface CheckOptions {
  readonly csca: string
  readonly at?: Date
  readonly json: boolean
}

/** `vaxcert keys check`: whether a document signer and its CSCA are ready for the WHO network. Exit code 1 when not. */
export function checkCommand(io: Io): Command {
  return new Command('check')
    .description('check a document signer and its CSCA, as the WHO network would')
    .argument('<dsc>', 'certificate of the document signer, PEM or DER')
    .requiredOption('--csca <file>', 'certificate of the CSCA, PEM or DER')
    .addOption(new Option('--at <time>', 'moment of the check (default: now)').argParser(parseTime))
    .option('--json', 'print one JSON line', false)
    .addHelpText('after', HELP)
    .action(async (path: string, { csca, at, json }: CheckOptions) => {
      const files = [path, csca].map((name) => readCertificateFile(resolve(io.cwd, name)))
      const [dsc = new Uint8Array(), authority = new Uint8Array()] = files
      const report = await reportOn(dsc, authority, at ?? io.now())
      io.stdout.write(json ? jsonLine(report) : checkText(report))
      if (!report.ready) throw negativeResult()
    })
}

async function reportOn(dsc: Uint8Array, csca: Uint8Array, at: Date): Promise<KeyReport> {
  const { trusted, checks } = await checkChain(dsc, csca, { at, profile: 'strict' })
  const onboarding = checkOnboarding(dsc, csca)
  const failed = onboarding?.some(({ outcome }) => outcome === 'failed') ?? true
  return { ready: trusted && !failed, chain: checks, onboarding }
}
