import type { LogTrust } from '@vaxcert/batch/log'
import { InvalidArgumentError, Option } from 'commander'
import type { Io } from '../io.ts'
import { readKeyFile } from './log-keys.ts'

/** Whose word counts, as commander hands it over. */
export interface TrustOptions {
  readonly key: string
  readonly witness: readonly string[]
  readonly quorum?: number
  readonly json: boolean
}

export function trustOptions(): readonly Option[] {
  return [
    new Option('--key <file>', 'public key of the log, PREFIX.vkey').makeOptionMandatory(),
    new Option('--witness <file...>', 'public keys of witnesses').default([], 'none'),
    new Option('--quorum <n>', 'how many of them must have cosigned (default: all)').argParser(readQuorum),
    jsonOption(),
  ]
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON').default(false)
}

/** @throws CommanderError with exit code 2 when a file holds no key */
export async function readTrust({ key, witness, quorum }: TrustOptions, io: Io): Promise<LogTrust> {
  const log = await readKeyFile(key, 'log', io)
  const witnesses = await Promise.all(witness.map((path) => readKeyFile(path, 'witness', io)))
  return { log, witnesses, quorum: quorum ?? witnesses.length }
}

function readQuorum(text: string): number {
  if (!/^[0-9]{1,3}$/.test(text)) throw new InvalidArgumentError('Write a number.')
  return Number(text)
}
