import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import type { Role, Snapshot } from '@vaxcert/core/trust'
import type { RolePlan } from '@vaxcert/core/trust/publish'
import { Command, Option } from 'commander'
import type { Io } from '../../io.ts'
import { disk } from '../../snapshot/disk.ts'
import { folderChunks } from '../../snapshot/folder-chunks.ts'
import { readListFiles } from '../../snapshot/layout.ts'
import { parseTime } from '../../times.ts'
import { answering } from '../../trust/answer.ts'
import { readPublished } from '../../trust/published.ts'
import { writeStaged } from '../../trust/staged-text.ts'
import { nextRootStage, stageLists, stageRoot } from '../../trust/staging.ts'
import { jsonOption, listTimes, parseThreshold, required, type TimeOptions, timeOptions } from './options.ts'
import { requirePlan, rolePlan } from './root.ts'

interface Options extends TimeOptions {
  readonly rootKey?: readonly string[]
  readonly listKey?: readonly string[]
  readonly threshold?: number
  readonly listThreshold?: number
  readonly epoch: boolean
  readonly expires: Date
  readonly out: string
  readonly json: boolean
}

const help = `
Root keys of the old and of the new root sign it. With new list keys, or a new epoch, the lists are staged too, to be signed
by the new list keys. A new epoch lets all numbers start anew: the way out when stolen list keys used them up.

Examples:
  $ vaxcert trust rotate /srv/lists --expires 2028-01-01 --out staged
  $ vaxcert trust rotate /srv/lists --list-key l4.pem l2.pem l3.pem --epoch --expires 2028-01-01 --out staged`

/** `vaxcert trust rotate`: stages the next root. */
export function trustRotateCommand(io: Io): Command {
  const rotate = new Command('rotate')
    .description('Stage the next root: other keys, a later end, or a new epoch.')
    .argument('<published>', 'published folder')
    .option('--root-key <file...>', 'all keys that sign roots from now on (default: as before)')
    .option('--list-key <file...>', 'all keys that sign lists from now on (default: as before)')
    .addOption(new Option('--threshold <n>', 'root keys that must sign').argParser(parseThreshold))
    .addOption(new Option('--list-threshold <n>', 'list keys that must sign').argParser(parseThreshold))
    .option('--epoch', 'let all numbers start anew', false)
    .addOption(required('--expires <time>', 'until when the root is good').argParser(parseTime))
    .addOption(required('--out <dir>', 'folder to stage it in'))
  for (const option of [...timeOptions(), jsonOption()]) rotate.addOption(option)
  return rotate
    .addHelpText('after', help)
    .action((published: string, options: Options) => answering(io, options.json, () => next(published, options, io)))
}

async function next(path: string, options: Options, io: Io): Promise<void> {
  const from = resolve(io.cwd, path)
  const folder = resolve(io.cwd, options.out)
  const published = await readPublished(from)
  if (published?.snapshot === undefined) throw new Fault('stage.empty', 'no lists are published')
  if (readListFiles(folder).roots.length > 0) throw new Fault('stage.not-empty', 'a root')
  const { snapshot, files } = published
  const issuedAt = options.at ?? io.now()
  const plan = {
    issuedAt,
    expiresAt: options.expires,
    newEpoch: options.epoch,
    roles: await rolesOf(options, snapshot, io),
  }
  const before = snapshot.root.roles
  requirePlan({ root: sameKeys(before.root), lists: sameKeys(before.lists), ...plan.roles }, issuedAt, plan.expiresAt)
  const { stage, needsLists } = nextRootStage(folder, files, snapshot.root, plan)
  if (needsLists) {
    const { signers } = snapshot.trust
    const lists = {
      given: { signers },
      times: listTimes(options, issuedAt),
      retired: [],
      mayShrink: false,
      mayLose: [],
    }
    await stageLists(stage, snapshot, { ...lists, pieces: [folderChunks(from)] }, disk)
  } else stageRoot(folder, stage.roots, disk)
  writeStaged(folder, options.json, io)
}

/** The roles that change. */
async function rolesOf(
  { rootKey, listKey, threshold, listThreshold }: Options,
  { root: { environment, roles } }: Snapshot,
  io: Io,
): Promise<{ readonly root?: RolePlan; readonly lists?: RolePlan }> {
  const changed = async (paths: readonly string[] | undefined, least: number | undefined, role: Role) => {
    if (paths !== undefined) return rolePlan(paths, least ?? role.threshold, environment, io)
    return least === undefined ? undefined : sameKeys(role, least)
  }
  const root = await changed(rootKey, threshold, roles.root)
  const lists = await changed(listKey, listThreshold, roles.lists)
  return { ...(root && { root }), ...(lists && { lists }) }
}

function sameKeys({ keys, threshold: before }: Role, threshold = before): RolePlan {
  return { threshold, keys: keys.map(({ spki }) => spki) }
}
