import { resolve } from 'node:path'
import {
  checkpointOf,
  consistencyProof,
  folderSource,
  type LogSource,
  openCheckpoint,
  type SeenLog,
  tilesOf,
  type VerifierKey,
  type WitnessRequest,
  witness,
  writeSignature,
} from '@vaxcert/batch/log'
import { Fault } from '@vaxcert/core'
import { Command } from 'commander'
import type { Io } from '../io.ts'
import { base64, jsonLine } from '../terminal.ts'
import { answering } from './answer.ts'
import { requireFolder } from './folders.ts'
import { readKeyFile, readNoteSigner } from './log-keys.ts'
import { jsonOption } from './options.ts'
import { afterSeen } from './witness-state.ts'

interface WitnessOptions {
  readonly logKey: string
  readonly key: string
  readonly state: string
  readonly new: boolean
  readonly json: boolean
}

const afterHelp = `
The signature line goes to stdout: append it to the checkpoint. A log that was cut, changed or written anew since the witness
saw it is refused; what was seen is kept in --state, so guard that folder as you guard the key.
Exit codes: 0 cosigned, 1 refused, 2 used wrongly or with a file that cannot be used.`

/** `vaxcert log witness`: cosigns the checkpoint of a published log, if it continues what was seen before. */
export function witnessCommand(io: Io): Command {
  return new Command('witness')
    .description('cosign a checkpoint that continues what was seen of the log')
    .argument('<dir>', 'a published log')
    .requiredOption('--log-key <file>', 'public key of the log, PREFIX.vkey')
    .requiredOption('--key <prefix>', 'key of the witness: PREFIX.key.pem and PREFIX.vkey')
    .requiredOption('--state <dir>', 'folder of what was seen')
    .option('--new', 'this log was never seen before', false)
    .addOption(jsonOption())
    .addHelpText('after', afterHelp)
    .action((folder: string, options: WitnessOptions) =>
      answering(io, options.json, () => cosignFolder(folder, options, io), io.stderr),
    )
}

async function cosignFolder(folder: string, options: WitnessOptions, io: Io): Promise<void> {
  const log = await readKeyFile(options.logKey, 'log', io)
  const signer = await readNoteSigner(options.key, 'witness', io)
  const source = folderSource(requireFolder(resolve(io.cwd, folder), folder))
  const state = resolve(io.cwd, options.state)
  const { seen, signature } = await afterSeen(state, log.name, options.new, async (before) =>
    witness(before, await requestFrom(source, before, log), log, signer, io.now()),
  )
  const { origin, size, root } = seen
  const line = writeSignature(signature)
  io.stdout.write(options.json ? jsonLine({ kind: 'cosigned', origin, size, root: base64(root), line }) : line)
}

/** What the log would send: the tiles are as little believed as a proof that comes with the request. */
async function requestFrom(source: LogSource, seen: SeenLog, log: VerifierKey): Promise<WitnessRequest> {
  const checkpoint = await checkpointOf(source)
  if (checkpoint === undefined) throw new Fault('log.missing', 'there is no checkpoint')
  const { size } = openCheckpoint(checkpoint, { log })
  const proof = size < seen.size ? [] : await consistencyProof(seen.size, size, tilesOf(source, size))
  return { oldSize: seen.size, proof, checkpoint }
}
