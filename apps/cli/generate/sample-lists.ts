import { readFileSync } from 'node:fs'
import { uvciCheckCharacter } from '@vaxcert/core/dcc'
import { type DocumentSigner, pinRoot, readTrustList, uciHash } from '@vaxcert/core/trust'
import { buildLists, makeRoot, type RevocationEntry, revocationFiles, signList } from '@vaxcert/core/trust/publish'
import { signersOf, twoOf } from './list-keys.ts'
import { sampleKey } from './sample-keys.ts'
import { sampleRules, sampleValueSets } from './sample-rules.ts'

/** Identifiers of a few certificates of `dsc-vaccination` that the sample lists revoke. */
export const revokedUvcis: readonly string[] = ['1', '2', '3'].map((last) => {
  const body = `URN:UVCI:01:VN:SAMPLEREVOKED000000${last}`
  return `${body}#${uvciCheckCharacter(body)}`
})

const issuedAt = new Date('2022-05-01T00:00:00Z')
const expiresAt = new Date('2036-01-01T00:00:00Z')
const year = 365 * 86_400

/** The files of keys-sample/lists by their paths in keys-sample: published lists that last for years, as no real ones do. */
export async function sampleLists(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { body: revocation, files: chunks } = revocationFiles(revokedUvcis.map(revokedEntry), { at: issuedAt })
  const pinned = await pinRoot(await sampleRoot())
  const built = await buildLists(
    undefined,
    {
      signers: trusted(),
      revocation,
      rules: sampleRules(),
      valueSets: sampleValueSets(),
    },
    {
      root: pinned,
      issuedAt,
      manifestExpiresAt: expiresAt,
      listsExpireAt: expiresAt,
      limits: { staleAfter: 15 * year, tooOldAfter: 20 * year },
    },
  )
  const by = signersOf(['list-1', 'list-2'])
  const files = new Map([
    ['lists/roots/1.root', pinned.file],
    ['lists/manifest.list', await signList(built.manifest, by)],
  ])
  for (const [kind, draft] of Object.entries(built.lists)) files.set(`lists/${kind}.list`, await signList(draft, by))
  for (const [name, chunk] of chunks) files.set(`lists/chunks/${name}`, chunk)
  return files
}

async function sampleRoot(): Promise<Uint8Array> {
  const roles = { root: twoOf(['root-1', 'root-2', 'root-3']), lists: twoOf(['list-1', 'list-2', 'list-3']) }
  return signList(makeRoot({ environment: 'test', roles, issuedAt, expiresAt }), signersOf(['root-1', 'root-2']))
}

/** The document signers of trust-list.json. */
function trusted(): readonly DocumentSigner[] {
  return readTrustList(
    JSON.parse(readFileSync(new URL('../../../keys-sample/trust-list.json', import.meta.url), 'utf8')),
  ).signers
}

function revokedEntry(uvci: string): RevocationEntry {
  return { type: 'UCI', kid: sampleKey('dsc-vaccination').documentSigner.kid, hash: uciHash(uvci) }
}
