import { resolve } from 'node:path'
import { type Verdict, type VerifyOptions, verify } from '@vaxcert/core'
import type { Profile } from '@vaxcert/core/dcc'
import { type Purpose, snapshotAge } from '@vaxcert/core/trust'
import { underSnapshot } from '@vaxcert/core/verify'
import { Command, InvalidArgumentError, Option } from 'commander'
import { usageError } from '../exit.ts'
import { type Given, judgeEach } from '../inputs/given.ts'
import type { Io } from '../io.ts'
import { folderChunks } from '../snapshot/folder-chunks.ts'
import { openSnapshot } from '../snapshot/open-snapshot.ts'
import { jsonLine } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { readTrustFile } from '../trust/read-trust-list.ts'
import { type Unread, verdictJson } from '../verdicts/verdict-json.ts'
import { type Telling, verdictText } from '../verdicts/verdict-text.ts'

interface Options {
  readonly trust?: string
  readonly snapshot?: string
  readonly root?: string
  readonly country?: string
  readonly purpose?: Purpose
  readonly language: readonly string[]
  readonly at?: Date
  readonly profile: Profile
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
    new Option('--trust <file>', 'whose word counts: a trust list (JSON), or document signer certificates (PEM)'),
    new Option('--snapshot <dir>', 'signed lists: a held folder, or a published one with --root').conflicts('trust'),
    new Option('--root <file>', 'root that the folder must begin with').conflicts('trust'),
    new Option('--country <code>', 'whose rules must hold').argParser(parseCountry).conflicts('trust'),
    new Option('--purpose <name>', 'what the rules are for').choices(['entry', 'venue']).conflicts('trust'),
    new Option('--language <list>', 'languages to tell rules in, with commas')
      .argParser(parseLanguages)
      .default([], 'en'),
    new Option('--at <time>', 'moment to judge for (default: now)').argParser(parseTime),
    new Option('--profile <name>', 'eu puts up with what real issuers do, strict does not')
      .choices(['eu', 'strict'])
      .default('eu'),
    new Option('--json', 'print one JSON line for each certificate').default(false),
  ]
}

interface Judgement {
  readonly how: VerifyOptions
  readonly telling: Telling
}

async function judgement(given: Options, io: Io): Promise<Judgement> {
  const { trust: path, at = io.now(), profile, language: languages } = given
  if (given.snapshot !== undefined) return underLists(given.snapshot, given, io)
  if (path === undefined) throw usageError('Say whose word counts: --trust FILE or --snapshot DIR.')
  return { how: { trust: await readTrustFile(path, io), at, profile }, telling: { languages } }
}

async function underLists(folder: string, given: Options, io: Io): Promise<Judgement> {
  const { at, root, country, purpose, profile, language: languages } = given
  if ((country === undefined) !== (purpose === undefined)) throw usageError('--country and --purpose go together.')
  const snapshot = await openSnapshot({ folder, ...(root !== undefined && { root }), ...(at && { at }) }, io)
  const rules = country !== undefined && purpose !== undefined ? { rules: { country, purpose } } : {}
  const chunks = folderChunks(resolve(io.cwd, folder))
  const now = at ?? io.now()
  const { epoch, number } = snapshot.manifest
  return {
    how: { ...underSnapshot(snapshot, now, { chunks, ...rules }), profile },
    telling: { languages, lists: { epoch, number, age: snapshotAge(snapshot, now) } },
  }
}

async function verdictOf(given: Given, how: VerifyOptions): Promise<Verdict | Unread> {
  return 'text' in given ? verify(given.text, how) : { kind: 'refused', code: given.code, checks: [] }
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
