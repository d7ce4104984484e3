import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import type { Environment } from '@vaxcert/core/trust'
import { makeRoot, type RolePlan, type RolesPlan } from '@vaxcert/core/trust/publish'
import { Command, Option } from 'commander'
import { count } from '../../count.ts'
import { usageError } from '../../exit.ts'
import type { Io } from '../../io.ts'
import { disk } from '../../snapshot/disk.ts'
import { readListFiles } from '../../snapshot/layout.ts'
import { base64 } from '../../terminal.ts'
import { parseTime } from '../../times.ts'
import { answering } from '../../trust/answer.ts'
import { readNamedKey } from '../../trust/list-keys.ts'
import { writeStaged } from '../../trust/staged-text.ts'
import { stageRoot } from '../../trust/staging.ts'
import { atOption, jsonOption, parseThreshold, required } from './options.ts'

interface Options {
  readonly rootKey: readonly string[]
  readonly listKey: readonly string[]
  readonly threshold: number
  readonly listThreshold: number
  readonly environment: Environment
  readonly expires: Date
  readonly out: string
  readonly at?: Date
  readonly json: boolean
}

const help = `
A key is a P-256 public key or a certificate of one, in PEM; its private half stays where it was born. The root is a draft:
its root keys sign it with vaxcert trust sign, each by itself.

Example:
  $ vaxcert trust root --root-key r1.pem r2.pem r3.pem --list-key l1.pem l2.pem l3.pem \\
      --environment production --expires 2027-01-01 --out staged`

/** `vaxcert trust root`: stages the first root of all. */
export function trustRootCommand(io: Io): Command {
  return new Command('root')
    .description('Stage the first root: it names the keys that sign roots and those that sign lists.')
    .addOption(required('--root-key <file...>', 'keys that sign roots'))
    .addOption(required('--list-key <file...>', 'keys that sign lists'))
    .addOption(new Option('--threshold <n>', 'root keys that must sign').argParser(parseThreshold).default(2))
    .addOption(new Option('--list-threshold <n>', 'list keys that must sign').argParser(parseThreshold).default(2))
    .addOption(required('--environment <name>', 'test roots may name sample keys').choices(['production', 'test']))
    .addOption(required('--expires <time>', 'until when it is good').argParser(parseTime))
    .addOption(required('--out <dir>', 'folder to stage it in'))
    .addOption(atOption('moment of issue'))
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action((options: Options) => answering(io, options.json, () => stageFirstRoot(options, io)))
}

async function stageFirstRoot(options: Options, io: Io): Promise<void> {
  const { environment, expires: expiresAt, at: issuedAt = io.now() } = options
  const out = resolve(io.cwd, options.out)
  if (readListFiles(out).roots.length > 0) throw new Fault('stage.not-empty', 'a root lies there')
  const roles = {
    root: await rolePlan(options.rootKey, options.threshold, environment, io),
    lists: await rolePlan(options.listKey, options.listThreshold, environment, io),
  }
  requirePlan(roles, issuedAt, expiresAt)
  stageRoot(out, [makeRoot({ environment, roles, issuedAt, expiresAt })], disk)
  writeStaged(out, options.json, io)
}

/**
 * Demands what a root must say to make sense: a key has one role, and a root lasts.
 * @throws CommanderError with exit code 2
 */
export function requirePlan({ root, lists }: RolesPlan, issuedAt: Date, expiresAt: Date): void {
  const keys = [...root.keys, ...lists.keys].map(base64)
  if (new Set(keys).size < keys.length) throw usageError('A key is named twice: each key has one role.')
  if (expiresAt <= issuedAt) throw usageError('The root would expire before it is issued: see --expires.')
}

/**
 * A role of keys in files.
 * @throws Fault `publish.sample` when production would name a key whose certificate says SAMPLE
 * @throws CommanderError with exit code 2 when more must sign than are named
 */
export async function rolePlan(
  paths: readonly string[],
  threshold: number,
  environment: Environment,
  io: Io,
): Promise<RolePlan> {
  if (threshold > paths.length) {
    throw usageError(`${threshold} signatures are asked for and only ${count(paths.length, 'key')} named.`)
  }
  const keys = await Promise.all(paths.map((path) => readNamedKey(path, io)))
  if (environment === 'production' && keys.some(({ isSample }) => isSample)) throw new Fault('publish.sample', 'a key')
  return { threshold, keys: keys.map(({ spki }) => spki) }
}
