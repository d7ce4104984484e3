import { type Verdict, type VerifyOptions, verify } from '@vaxcert/core'
import type { Profile } from '@vaxcert/core/dcc'
import { Command, Option } from 'commander'
import { type Given, judgeEach } from '../inputs/given.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { readTrustFile } from '../trust/read-trust-list.ts'
import { type Unread, verdictJson } from '../verdicts/verdict-json.ts'
import { verdictText } from '../verdicts/verdict-text.ts'

interface Options {
  readonly trust: string
  readonly at?: Date
  readonly profile: Profile
  readonly json: boolean
}

const examples = `
Each FILE holds certificate texts, one a line, or is a PNG or JPEG picture with a QR code. Without FILE, or with -,
standard input is read. The exit code is 0 when every certificate is accepted, 1 when one is not, 2 when
a file could not be read or holds none.

Examples:
  $ vaxcert verify pass.png --trust trust-list.json
  $ vaxcert verify texts.txt photo.jpg --trust dsc.pem --at 2022-06-01T00:00:00Z
  $ scanner | vaxcert verify --trust trust-list.json --json`

/** `vaxcert verify`: is it a certificate, who signed it, may they, and does it hold now? */
export function verifyCommand(io: Io): Command {
  return new Command('verify')
    .description('Verify certificates against a trust list.')
    .argument('[file...]', 'texts or pictures')
    .requiredOption('--trust <file>', 'whose word counts: a trust list (JSON), or document signer certificates (PEM)')
    .addOption(new Option('--at <time>', 'moment to judge for (default: now)').argParser(parseTime))
    .addOption(
      new Option('--profile <name>', 'eu puts up with what real issuers do, strict does not')
        .choices(['eu', 'strict'])
        .default('eu'),
    )
    .option('--json', 'print one JSON line for each certificate', false)
    .addHelpText('after', examples)
    .action(async (files: readonly string[], { trust: path, at = io.now(), profile, json }: Options) => {
      const trust = await readTrustFile(path, io)
      await judgeEach(files, io, async (given) => {
        const verdict = await verdictOf(given, { trust, at, profile })
        io.stdout.write(json ? jsonLine(verdictJson(given.file, verdict)) : verdictText(given.file, verdict))
        return verdict.kind === 'accepted'
      })
    })
}

async function verdictOf(given: Given, options: VerifyOptions): Promise<Verdict | Unread> {
  return 'text' in given ? verify(given.text, options) : { kind: 'refused', code: given.code, checks: [] }
}
