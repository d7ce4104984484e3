import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type Denied, type DocumentSigner, deniedId } from '@vaxcert/core/trust'
import { Command, Option } from 'commander'
import { count } from '../../count.ts'
import { usageError } from '../../exit.ts'
import type { Io } from '../../io.ts'
import { collectKid } from '../../kid.ts'
import { disk } from '../../snapshot/disk.ts'
import { folderChunks } from '../../snapshot/folder-chunks.ts'
import { readListFiles } from '../../snapshot/layout.ts'
import { base64, jsonLine } from '../../terminal.ts'
import { answering } from '../../trust/answer.ts'
import { BUILTIN, type GivenFiles, readGiven } from '../../trust/build-inputs.ts'
import { contentsOfFiles } from '../../trust/contents.ts'
import { differences } from '../../trust/difference.ts'
import { differenceText } from '../../trust/difference-text.ts'
import type { ListContents } from '../../trust/entries.ts'
import { type Published, readPublished } from '../../trust/published.ts'
import { stagedFiles } from '../../trust/staged-files.ts'
import { stagedJson } from '../../trust/staged-text.ts'
import { type GivenContents, type ListPlan, openStage, stageLists } from '../../trust/staging.ts'
import { jsonOption, listTimes, required, type TimeOptions, timeOptions } from './options.ts'

interface Options extends TimeOptions, GivenFiles {
  readonly retire: readonly Uint8Array[]
  readonly previous?: string
  readonly out: string
  readonly allowShrink: boolean
  readonly allowLostCountry: readonly string[]
  readonly force: boolean
  readonly json: boolean
}

const help = `
Merges plain trust lists (of vaxcert trust import, or certificates in PEM); of two lists that disagree the first counts. What is not
given stays as it is published. A key that leaves the trust list is denied for good, unless it has expired or is retired. The
lists are drafts: sign them with vaxcert trust sign. The first lists are staged on top of a staged root.

Examples:
  $ vaxcert trust build --trust de.json at.json --rules rules/ --out staged
  $ vaxcert trust build --trust de.json at.json --previous /srv/lists --out staged-7`

/** `vaxcert trust build`: plain lists become drafts of signed ones. */
export function trustBuildCommand(io: Io): Command {
  const command = new Command('build')
    .description('Stage the next lists: drafts, to be signed.')
    .addOption(required('--trust <file...>', 'plain trust lists: all that shall be trusted'))
    .option('--deny <file>', 'deny list (JSON) whose entries are added')
    .addOption(
      new Option('--retire <kid...>', 'key, base64, that may leave undenied').argParser(collectKid).default([]),
    )
    .option('--rules <path...>', 'rules: files, or folders with all files below')
    .option('--value-sets <file>', `list of value sets, or ${BUILTIN}`)
    .option('--revocation <dir>', 'folder of vaxcert revoke')
    .option('--previous <dir>', 'published folder that the lists follow on')
    .addOption(required('--out <dir>', 'folder to stage them in'))
    .option('--allow-shrink', 'let a list lose more than a tenth', false)
    .option('--allow-lost-country <code...>', 'countries that may vanish from a list', [])
    .option('--force', 'replace what is staged there', false)
  for (const option of [...timeOptions(), jsonOption()]) command.addOption(option)
  return command
    .addHelpText('after', help)
    .action((options: Options) => answering(io, options.json, () => build(options, io)))
}

async function build(options: Options, io: Io): Promise<void> {
  const folder = resolve(io.cwd, options.out)
  const published = await previousOf(options, io)
  if (!options.force && readListFiles(folder).manifest !== undefined) throw new Fault('stage.not-empty', 'lists')
  const given = await readGiven(options, io)
  const stage = openStage(folder, published)
  const { denied } = await stageLists(stage, published?.snapshot, planOf(options, given.contents, io), disk)
  const files = readListFiles(folder)
  const contents = contentsOfFiles(files)
  const difference = differences(published?.snapshot ?? {}, contents)
  const contradicted = given.contradicted.length
  const inVain = deniedSigners(contents)
  if (options.json) {
    const each = stagedFiles(files).map(stagedJson)
    return void io.stdout.write(
      jsonLine({ files: each, difference, denied: denied.map(deniedId), contradicted, deniedSigners: inVain }),
    )
  }
  if (contradicted > 0) io.stdout.write(`Two lists disagree on ${count(contradicted, 'key')}: the first counts.\n`)
  io.stdout.write(`${differenceText(difference)}${deniedText(denied)}`)
  for (const kid of inVain)
    io.stdout.write(`${kid} is in the trust list and denied: nothing that it signed is accepted.\n`)
}

async function previousOf({ previous, out }: Options, io: Io): Promise<Published | undefined> {
  if (previous === undefined) return undefined
  const folder = resolve(io.cwd, previous)
  if (folder === resolve(io.cwd, out)) throw usageError('Stage the lists in another folder than the published one.')
  const published = await readPublished(folder)
  if (published === undefined) throw new Fault('stage.empty', 'nothing published')
  return published
}

function planOf(options: Options, given: GivenContents, io: Io): ListPlan {
  const folders = [options.revocation, options.previous, options.out]
  return {
    given,
    times: listTimes(options, io.now()),
    retired: options.retire,
    mayShrink: options.allowShrink,
    mayLose: options.allowLostCountry,
    pieces: folders.flatMap((path) => (path === undefined ? [] : [folderChunks(resolve(io.cwd, path))])),
  }
}

/** Kids of signers whom the trust list names and the deny list takes back: a source may still have them. */
function deniedSigners({ trust, denied }: ListContents): readonly string[] {
  const isDenied = ({ kid, spki }: DocumentSigner) => denied?.deniesKid(kid) || denied?.deniesKey(spki)
  return (trust?.signers ?? []).filter(isDenied).map(({ kid }) => base64(kid))
}

function deniedText(denied: readonly Denied[]): string {
  const removed = denied.filter((entry) => 'kid' in entry && entry.reason === 'removed').length
  return removed === 0 ? '' : `${count(removed, 'key')} left the trust list and can never come back: denied.\n`
}
