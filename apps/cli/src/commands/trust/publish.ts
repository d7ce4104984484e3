import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Io } from '../../io.ts'
import { disk } from '../../snapshot/disk.ts'
import { jsonLine, printable } from '../../terminal.ts'
import { answering } from '../../trust/answer.ts'
import { readListSigner } from '../../trust/list-keys.ts'
import { publish } from '../../trust/publishing.ts'
import { filesToSign, signFiles } from '../../trust/signing.ts'
import { snapshotJson } from '../../trust/snapshot-json.ts'
import { headText } from '../../trust/snapshot-text.ts'
import { atOption, jsonOption, required } from './options.ts'

interface Options {
  readonly out: string
  readonly key: readonly string[]
  readonly at?: Date
  readonly json: boolean
}

const help = `
Before anything is written, our own reader must accept what is staged as a checker would who holds what DIR holds now. Each
file takes its place in one step, the manifest last; a publication that was stopped is brought to its end by the next one.

Example:
  $ vaxcert trust publish staged --out /srv/lists`

/** `vaxcert trust publish`: staged and signed lists become the ones that checkers fetch. */
export function trustPublishCommand(io: Io): Command {
  return new Command('publish')
    .description('Publish what is staged and signed, into a folder for a web host or a USB stick.')
    .argument('<staged>', 'folder that build, root or rotate wrote, signed')
    .addOption(required('--out <dir>', 'published folder'))
    .addOption(new Option('--key <prefix...>', 'keys to sign with first, where they lie on this machine').default([]))
    .addOption(atOption('moment to judge for'))
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((staged: string, options: Options) =>
      answering(io, options.json, () => signAndPublish(staged, options, io)),
    )
}

async function signAndPublish(path: string, { out, key: keys, at, json }: Options, io: Io): Promise<void> {
  const staged = resolve(io.cwd, path)
  const now = at ?? io.now()
  for (const key of keys) {
    const signer = await readListSigner(key, io)
    await signFiles(staged, filesToSign(staged, signer), signer, disk)
  }
  const snapshot = await publish({ staged, out: resolve(io.cwd, out), now }, disk)
  if (json) return void io.stdout.write(jsonLine(snapshot ? snapshotJson(snapshot, now) : { kind: 'root' }))
  io.stdout.write(snapshot ? headText(snapshot, now) : 'Only the first root: lists may follow.\n')
  io.stdout.write(`Published to ${printable(out)}.\n`)
}
