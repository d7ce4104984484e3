import { Command, InvalidArgumentError, Option } from 'commander'
import { judgeEach } from '../inputs/given.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../terminal.ts'
import { type JudgementOptions, judgement, readingOptions, trustOptions, verdictOf } from '../verdicts/judgement.ts'
import { verdictJson } from '../verdicts/verdict-json.ts'
import { verdictText } from '../verdicts/verdict-text.ts'

interface Options extends JudgementOptions {
  readonly language: readonly string[]
  readonly json: boolean
}

const examples = `
Each FILE holds certificate texts, one a line, or is a PNG or JPEG picture with a QR code. Without FILE, or with -,
standard input is read. With --snapshot the deny list, the revocation list, the age of the lists and, where --country and
--purpose say so, its rules are asked too. The exit code is 0 when every certificate is accepted, 1 when one is not, 2 when
a file could not be read or holds none.

Examples:
  $ vaxcert verify pass.png --trust trust-list.json
  $ vaxcert verify texts.txt photo.jpg --trust dsc.pem --at 2022-06-01T00:00:00Z
  $ vaxcert verify pass.png --snapshot held --country VN --purpose entry --language vi,en
  $ scanner | vaxcert verify --trust trust-list.json --json`

/** `vaxcert verify`: is it a certificate, who signed it, may they, does it hold now, and what do our lists say? */
export function verifyCommand(io: Io): Command {
  const command = new Command('verify')
    .description('Verify certificates against a trust list, or against the signed lists of a snapshot.')
    .argument('[file...]', 'texts or pictures')
  for (const option of options()) command.addOption(option)
  return command.addHelpText('after', examples).action(async (files: readonly string[], given: Options) => {
    const { how, telling } = await judgement(given, io)
    await judgeEach(files, io, async (certificate) => {
      const verdict = await verdictOf(certificate, how)
      const { file } = certificate
      io.stdout.write(given.json ? jsonLine(verdictJson(file, verdict, telling)) : verdictText(file, verdict, telling))
      return verdict.kind === 'accepted'
    })
  })
}

function options(): readonly Option[] {
  return [
    ...trustOptions(),
    new Option('--country <code>', 'whose rules must hold').argParser(parseCountry).conflicts('trust'),
    new Option('--purpose <name>', 'what the rules are for').choices(['entry', 'venue']).conflicts('trust'),
    new Option('--language <list>', 'languages to tell rules in, with commas')
      .argParser(parseLanguages)
      .default([], 'en'),
    ...readingOptions(),
    new Option('--json', 'print one JSON line for each certificate').default(false),
  ]
}

function parseCountry(text: string): string {
  if (!/^[A-Z]{2}$/.test(text)) throw new InvalidArgumentError('Write two capital letters, like VN.')
  return text
}

function parseLanguages(text: string): readonly string[] {
  const languages = text.split(',')
  const isTag = (language: string): boolean => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(language)
  if (!languages.every(isTag)) throw new InvalidArgumentError('Write it like vi,en.')
  return languages
}
