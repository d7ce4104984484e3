import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Io } from '../../io.ts'
import { disk } from '../../snapshot/disk.ts'
import { base64, jsonLine, printable } from '../../terminal.ts'
import { answering } from '../../trust/answer.ts'
import { readListSigner } from '../../trust/list-keys.ts'
import { filesToSign, signFiles } from '../../trust/signing.ts'
import { stagedJson, stagedText } from '../../trust/staged-text.ts'
import { jsonOption, required } from './options.ts'

interface Options {
  readonly key: string
  readonly dryRun: boolean
  readonly json: boolean
}

const help = `
PREFIX.key.pem is the private key, P-256, PKCS#8 in PEM. Signs all that still lacks a signature of this key's role, and says first what
that is; --dry-run says it and signs nothing. Carry the folder to the next holder of a key.

Example:
  $ vaxcert trust sign staged --key /media/list-1/list-1`

/** `vaxcert trust sign`: adds the signatures of one key to a staged folder. */
export function trustSignCommand(io: Io): Command {
  return new Command('sign')
    .description('Sign what is staged with one key; each holder of a key does this by itself.')
    .argument('<staged>', 'folder that build, root or rotate wrote')
    .addOption(required('--key <prefix>', 'key to sign with: PREFIX.key.pem'))
    .option('--dry-run', 'only show what would be signed', false)
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((staged: string, options: Options) => answering(io, options.json, () => sign(staged, options, io)))
}

async function sign(path: string, { key, dryRun, json }: Options, io: Io): Promise<void> {
  const folder = resolve(io.cwd, path)
  const signer = await readListSigner(key, io)
  const files = filesToSign(folder, signer)
  if (!json) io.stdout.write(files.map(stagedText).join(''))
  if (!dryRun) await signFiles(folder, files, signer, disk)
  const kid = base64(signer.kid)
  if (json) return void io.stdout.write(jsonLine({ key: kid, signed: !dryRun, files: files.map(stagedJson) }))
  if (files.length === 0) io.stdout.write(`Nothing is left for key ${kid} to sign.\n`)
  else if (!dryRun) io.stdout.write(`Signed with key ${kid} in ${printable(path)}.\n`)
}
