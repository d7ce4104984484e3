import { Command } from 'commander'
import type { Io } from '../../io.ts'
import { jsonLine } from '../../terminal.ts'
import { writeTime } from '../../times.ts'
import { answering } from '../../trust/answer.ts'
import { contentsOfLook, type Look, lookAt } from '../../trust/look.ts'
import { snapshotJson } from '../../trust/snapshot-json.ts'
import { headText, rolesText } from '../../trust/snapshot-text.ts'
import { stagedJson, stagedText } from '../../trust/staged-text.ts'
import { summaryOf } from '../../trust/summary.ts'
import { detailText, listLines } from '../../trust/summary-text.ts'
import { atOption, jsonOption } from './options.ts'

interface Options {
  readonly root?: string
  readonly at?: Date
  readonly json: boolean
}

const help = `
PATH is a folder that a checker holds, a published one, a staged one, a signed list or a plain one (JSON). The signatures of a
folder are checked; a single list is only read.

Example:
  $ vaxcert trust show held`

/** `vaxcert trust show`: what lists say, who signed them, and how old they are. */
export function trustShowCommand(io: Io): Command {
  return new Command('show')
    .description('Show numbers, ages, keys and contents of lists.')
    .argument('<path>', 'folder or list')
    .option('--root <file>', 'root to check a folder against (default: its own first one)')
    .addOption(atOption('moment to judge for'))
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((path: string, { root, at, json }: Options) =>
      answering(io, json, async () => {
        const look = await lookAt(path, root, io)
        const now = at ?? io.now()
        io.stdout.write(json ? jsonLine(lookJson(look, now)) : lookText(look, now))
      }),
    )
}

function lookText(look: Look, now: Date): string {
  if (look.kind === 'root') {
    const { number, epoch, environment, expiresAt } = look.root
    return `root ${number}, epoch ${epoch}, ${environment}, expires ${writeTime(expiresAt)}\n${rolesText(look.root)}`
  }
  const details = detailText(summaryOf(contentsOfLook(look), now))
  if (look.kind === 'staged') return `${look.files.map(stagedText).join('')}${details}`
  if (look.kind === 'list') return `${listText(look, now)}${details}`
  const warning = look.pinned ? '' : 'Checked against its own first root: compare with yours by --root.\n'
  return `${headText(look.snapshot, now)}${rolesText(look.snapshot.root)}${details}${warning}`
}

function listText(look: Look, now: Date): string {
  const lines = listLines(summaryOf(contentsOfLook(look), now))
  return Array.from(lines, ([kind, line]) => `${kind}: ${line}\n`).join('')
}

function lookJson(look: Look, now: Date): Readonly<Record<string, unknown>> {
  if (look.kind === 'snapshot') return { ...snapshotJson(look.snapshot, now), pinned: look.pinned }
  if (look.kind === 'root') {
    const { number, epoch, environment, expiresAt } = look.root
    return { kind: 'root', number, epoch, environment, expiresAt: writeTime(expiresAt) }
  }
  const holds = summaryOf(look.contents, now)
  return look.kind === 'staged' ? { kind: 'staged', files: look.files.map(stagedJson), holds } : { kind: 'list', holds }
}
