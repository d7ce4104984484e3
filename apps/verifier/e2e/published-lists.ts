import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { advance, listKinds, pinRoot, type Root, type Snapshot } from '@vaxcert/core/trust'
import { buildLists, makeRoot, revocationFiles, signList } from '@vaxcert/core/trust/publish'
import { signersOf, twoOf } from '../../cli/generate/list-keys.ts'
import { sampleAuthority } from '../serve/sample-authority.ts'

const DAY = 86_400_000
const byList = signersOf(['list-1', 'list-2'])

/** Lists as a real publisher has them: stale after two days, too old after seven. */
const limits = { staleAfter: 2 * 86_400, tooOldAfter: 7 * 86_400 } as const

/** A root of sample keys, good for two years around a day. */
export async function ownRoot(day: Date): Promise<Root> {
  const roles = { root: twoOf(['root-1', 'root-2', 'root-3']), lists: twoOf(['list-1', 'list-2', 'list-3']) }
  const period = { issuedAt: later(day, -365), expiresAt: later(day, 365) }
  return pinRoot(await signList(makeRoot({ environment: 'test', roles, ...period }), signersOf(['root-1', 'root-2'])))
}

/** Publishes one edition, as a folder. */
export type Publish = (issuedAt: Date, signers: readonly string[]) => Promise<string>

/** Publishes one edition after the other under a root: these keys, nothing revoked, no rules. */
export function publisher(root: Root): Publish {
  let held: Snapshot | undefined
  return async (issuedAt, signers) => {
    const files = await edition(root, held, issuedAt, signers)
    const lists = Object.fromEntries(listKinds.map((kind) => [kind, files.get(`${kind}.list`) as Uint8Array]))
    const manifest = files.get('manifest.list') as Uint8Array
    held = await advance(held ?? root, { roots: [], manifest, lists }, issuedAt)
    return written(files)
  }
}

async function edition(
  root: Root,
  before: Snapshot | undefined,
  issuedAt: Date,
  signers: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = {
    signers: signers.map((name) => sampleAuthority(name).documentSigner),
    revocation: revocationFiles([], { at: issuedAt }).body,
    rules: { format: 'vaxcert-rules', version: 1, rules: [] },
    valueSets: { format: 'vaxcert-value-sets', version: 1, valueSets: [] },
  } as const
  const { manifest, lists } = await buildLists(before, contents, {
    root,
    issuedAt,
    manifestExpiresAt: later(issuedAt, 300),
    listsExpireAt: later(issuedAt, 300),
    limits,
  })
  const files = new Map([
    ['roots/1.root', root.file],
    ['manifest.list', await signList(manifest, byList)],
  ])
  for (const kind of listKinds) {
    const draft = lists[kind]
    const file = draft === undefined ? before?.files.lists[kind] : await signList(draft, byList)
    if (file !== undefined) files.set(`${kind}.list`, file)
  }
  return files
}

function written(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-published-'))
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

function later(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY)
}
