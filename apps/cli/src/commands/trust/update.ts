import { resolve } from 'node:path'
import { Command } from 'commander'
import { readWhole } from '../../inputs/files.ts'
import type { Io } from '../../io.ts'
import { disk } from '../../snapshot/disk.ts'
import { MAX_ROOT_BYTES } from '../../snapshot/layout.ts'
import { jsonLine } from '../../terminal.ts'
import { answering } from '../../trust/answer.ts'
import { snapshotJson } from '../../trust/snapshot-json.ts'
import { headText } from '../../trust/snapshot-text.ts'
import { update } from '../../trust/updating.ts'
import { atOption, jsonOption, required } from './options.ts'

interface Options {
  readonly from: string
  readonly root?: string
  readonly at?: Date
  readonly json: boolean
}

const help = `
DIR is a published folder: mounted, copied, or on a USB stick; nothing in it is believed before it is checked. The first time
--root says which root to trust: get it by another way than the lists. What is refused changes nothing in HELD.

Examples:
  $ vaxcert trust update held --from /media/usb/lists --root 1.root
  $ vaxcert trust update held --from /media/usb/lists`

/** `vaxcert trust update`: a checker takes over newer lists. */
export function trustUpdateCommand(io: Io): Command {
  return new Command('update')
    .description('Take over newer lists into the folder that a checker holds.')
    .argument('<held>', 'folder that a checker holds')
    .addOption(required('--from <dir>', 'published folder'))
    .option('--root <file>', 'root to pin, the first time')
    .addOption(atOption('moment to judge for'))
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((held: string, options: Options) => answering(io, options.json, () => takeOver(held, options, io)))
}

async function takeOver(held: string, { from, root: path, at, json }: Options, io: Io): Promise<void> {
  const now = at ?? io.now()
  const root = path === undefined ? undefined : await readWhole(path, io, MAX_ROOT_BYTES)
  const plan = { held: resolve(io.cwd, held), from: resolve(io.cwd, from), now, ...(root && { root }) }
  const snapshot = await update(plan, disk)
  io.stdout.write(json ? jsonLine(snapshotJson(snapshot, now)) : headText(snapshot, now))
}
