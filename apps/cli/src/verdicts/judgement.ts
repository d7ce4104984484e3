import { resolve } from 'node:path'
import { type Verdict, type VerifyOptions, verify } from '@vaxcert/core'
import type { Profile } from '@vaxcert/core/dcc'
import { type Purpose, snapshotAge } from '@vaxcert/core/trust'
import { underSnapshot } from '@vaxcert/core/verify'
import { Option } from 'commander'
import { usageError } from '../exit.ts'
import type { Given } from '../inputs/given.ts'
import type { Io } from '../io.ts'
import { folderChunks } from '../snapshot/folder-chunks.ts'
import { openSnapshot } from '../snapshot/open-snapshot.ts'
import { parseTime } from '../times.ts'
import { readTrustFile } from '../trust/read-trust-list.ts'
import type { Unread } from './verdict-json.ts'
import type { Telling } from './verdict-text.ts'

/** By what certificates are judged, as it stands on a command line. */
export interface JudgementOptions {
  readonly trust?: string
  readonly snapshot?: string
  readonly root?: string
  readonly country?: string
  readonly purpose?: Purpose
  readonly language?: readonly string[]
  readonly at?: Date
  readonly profile: Profile
}

/** Options of whose word counts, for every command that verifies. */
export function trustOptions(): readonly Option[] {
  return [
    new Option('--trust <file>', 'whose word counts: a trust list (JSON), or document signer certificates (PEM)'),
    new Option('--snapshot <dir>', 'signed lists: a held folder, or a published one with --root').conflicts('trust'),
    new Option('--root <file>', 'root that the folder must begin with').conflicts('trust'),
  ]
}

/** Options of the moment and of how strictly a certificate is read. */
export function readingOptions(): readonly Option[] {
  return [
    new Option('--at <time>', 'moment to judge for (default: now)').argParser(parseTime),
    new Option('--profile <name>', 'eu puts up with what real issuers do, strict does not')
      .choices(['eu', 'strict'])
      .default('eu'),
  ]
}

/** How to verify, and what to tell beside the verdict. */
export interface Judgement {
  readonly how: VerifyOptions
  readonly telling: Telling
}

/** @throws CommanderError with exit code 2 where nobody is named whose word counts, or two options contradict each other */
export async function judgement(given: JudgementOptions, io: Io): Promise<Judgement> {
  const { trust: path, at = io.now(), profile, language: languages = [] } = given
  if (given.snapshot !== undefined) return underLists(given.snapshot, given, io)
  if (path === undefined) throw usageError('Say whose word counts: --trust FILE or --snapshot DIR.')
  return { how: { trust: await readTrustFile(path, io), at, profile }, telling: { languages } }
}

async function underLists(folder: string, given: JudgementOptions, io: Io): Promise<Judgement> {
  const { at, root, country, purpose, profile, language: languages = [] } = given
  if ((country === undefined) !== (purpose === undefined)) throw usageError('--country and --purpose go together.')
  const snapshot = await openSnapshot({ folder, ...(root !== undefined && { root }), ...(at && { at }) }, io)
  const rules = country !== undefined && purpose !== undefined ? { rules: { country, purpose } } : {}
  const chunks = folderChunks(resolve(io.cwd, folder))
  const now = at ?? io.now()
  const { epoch, number } = snapshot.manifest
  return {
    how: { ...underSnapshot(snapshot, now, { chunks, ...rules }), profile },
    telling: { languages, lists: { epoch, number, age: snapshotAge(snapshot, now) } },
  }
}

/** The verdict on a text, or why its picture gave none. */
export async function verdictOf(given: Given, how: VerifyOptions): Promise<Verdict | Unread> {
  return 'text' in given ? verify(given.text, how) : { kind: 'refused', code: given.code, checks: [] }
}
