import { generateKeyPairSync } from 'node:crypto'
import { resolve } from 'node:path'
import { noteSigner } from '@vaxcert/batch/log'
import { unlessFault } from '@vaxcert/core/fault'
import { Command } from 'commander'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { clearPaths, writeNewFile } from '../keys/key-files.ts'
import { type OutputOptions, outputOptions } from '../keys/options.ts'
import { jsonLine, printable } from '../terminal.ts'
import { logKeyPaths } from './log-keys.ts'

interface KeysOptions extends OutputOptions {
  readonly name: string
  readonly witness: boolean
}

/** `vaxcert log keys`: a key pair of a log or a witness. */
export function keysCommand(io: Io): Command {
  const command = new Command('keys')
    .description('make the key pair of a log, or of a witness')
    .requiredOption('--name <name>', 'of the log or the witness, like log.moh.example/vaxcert')
    .option('--witness', 'the key of a witness', false)
  for (const option of outputOptions('PREFIX.key.pem and PREFIX.vkey')) command.addOption(option)
  return command.action((options: KeysOptions) => makeKeys(options, io))
}

function makeKeys({ name, witness, out, force, json }: KeysOptions, io: Io): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const signer = unlessFault(() => noteSigner(witness ? 'witness' : 'log', name, pem))
  if (signer === undefined) throw usageError('A name has no spaces and no plus, like log.moh.example/vaxcert.')
  const paths = logKeyPaths(resolve(io.cwd, out))
  clearPaths(Object.values(paths), force)
  writeNewFile(paths.privateKey, pem, 0o600)
  writeNewFile(paths.verifierKey, `${signer.verifierKey}\n`)
  const { kind, verifierKey } = signer
  const made = `${verifierKey}\nWritten to ${printable(out)}.key.pem and ${printable(out)}.vkey\n`
  io.stdout.write(json ? jsonLine({ kind, name, verifierKey }) : made)
}
