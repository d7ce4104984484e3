import type { Usage } from '../../dcc/types.ts'
import { allUsages } from '../usages.ts'
import { wholeSeconds } from '../whole-seconds.ts'
import { leadsTo } from './certificate-path.ts'
import { dropped, fromKey, gather, type Outcome } from './entries.ts'
import type { ForeignList, ForeignSource } from './foreign-list.ts'
import { spkiOfPoint, spkiOfRsa } from './jwk.ts'
import { isJwsSignedBy, type Jws, readJws } from './jws.ts'
import {
  bytesOf,
  filesOf,
  jsonOf,
  membersOf,
  pinnedKeyOf,
  requireEntries,
  requireMembers,
  sourceFault,
} from './source.ts'

/** Whose certificate signs, where the Swiss root is pinned: it signs for others too. */
const SIGNER = 'CH01-AppContentCertificate'

/** Keys come 1,000 at a time. */
const MAX_FILES = 32

/** Bytes of modulus and exponent of the largest RSA key, with room for zeros in front. */
const MAX_NUMBERS = 1024

const usageByLetter: Readonly<Record<Usage, string>> = { vaccination: 'v', test: 't', recovery: 'r' }

/**
 * Reads the keys of Switzerland's verifier service: the pages of `keys/updates`, which hold bare keys, and the one
 * `keys/list`, which says which of them are in use; in any order, each a JWS whose certificates lead to the pinned
 * root, or whose signer is pinned itself. The kids of keys that are not in use are dropped.
 * @throws Fault `source.*`
 */
export async function readCh(source: ForeignSource): Promise<ForeignList> {
  const payloads: Members[] = []
  for (const file of filesOf(source, 2, MAX_FILES)) payloads.push(await payloadOf(file, source))
  const [list, another] = payloads.filter(({ activeKeyIds }) => activeKeyIds !== undefined)
  if (list === undefined || another !== undefined) throw sourceFault('source.shape', 'not one list of keys in use')
  const active = new Set(requireEntries(list.activeKeyIds))
  const pages = payloads.filter((payload) => payload !== list)
  const certificates = requireEntries(pages.flatMap(({ certs }) => requireEntries(certs)))
  const outcomes = certificates.map((value) => outcomeOf(membersOf(value) ?? {}, active))
  const notes = ['undated', 'bare-keys', 'no-validity', 'no-country'] as const
  return { format: 'ch', verified: true, ...gather(outcomes), notes }
}

type Members = Readonly<Record<string, unknown>>

async function payloadOf(file: Uint8Array, source: ForeignSource): Promise<Members> {
  const jws = readJws(file)
  if (!(await isSigned(jws, source)))
    throw sourceFault('source.signature', 'not signed by whom the pinned key vouches for')
  return requireMembers(jsonOf(jws.payload))
}

async function isSigned(jws: Jws, source: ForeignSource): Promise<boolean> {
  const key = pinnedKeyOf(source)
  if (await isJwsSignedBy(jws, key.spki)) return true
  const [signer, ...authorities] = jws.certificates
  if (signer === undefined || signer.commonNames.length !== 1 || signer.commonNames[0] !== SIGNER) return false
  return (await isJwsSignedBy(jws, signer.spki)) && leadsTo(key, signer, authorities, wholeSeconds(source.at))
}

function outcomeOf(entry: Members, active: ReadonlySet<unknown>): Outcome {
  const { keyId: kid, use } = entry
  if (typeof use !== 'string') return dropped({ kid }, 'shape')
  if (!active.has(kid)) return dropped({ kid }, 'inactive')
  return fromKey({ kid, spki: spkiOf(entry), usages: usagesIn(use) })
}

/** `sig` and nothing mean all; else one letter for each. Others are for certificates of Switzerland's own. */
function usagesIn(use: string): readonly Usage[] {
  if (use === 'sig' || use === '') return allUsages
  return allUsages.filter((usage) => use.includes(usageByLetter[usage]))
}

/** Members are numbers in base64. `subjectPublicKeyInfo` says for RSA what `n` and `e` say, in a form of its own. */
function spkiOf({ alg, crv = 'P-256', x, y, n, e }: Members): Uint8Array | undefined {
  const [left, right] = (alg === 'RS256' ? [n, e] : [x, y]).map(bytesOf)
  if (left === undefined || right === undefined || left.length + right.length > MAX_NUMBERS) return undefined
  if (alg === 'RS256') return spkiOfRsa(left, right)
  const isPoint = alg === 'ES256' && crv === 'P-256' && left.length === 32 && right.length === 32
  return isPoint ? spkiOfPoint(crv, left, right) : undefined
}
