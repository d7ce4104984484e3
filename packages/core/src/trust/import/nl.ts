import type { Usage } from '../../dcc/types.ts'
import { allUsages, usagesOf } from '../usages.ts'
import { wholeSeconds } from '../whole-seconds.ts'
import { leadsTo } from './certificate-path.ts'
import { type CmsMessage, isSignedBy, isSignedByPinned, readCms } from './cms.ts'
import { dropped, fromKey, gather, type Outcome } from './entries.ts'
import type { ForeignList, ForeignSource } from './foreign-list.ts'
import {
  bytesOf,
  jsonOf,
  membersOf,
  onlyFile,
  pinnedKeyOf,
  requireEntries,
  requireMembers,
  sourceFault,
} from './source.ts'

/** Whose certificate signs, where an authority of PKIoverheid is pinned: it signs for others too. */
const SIGNER = /(^|\.)coronacheck\.nl$/

const usageByLetter: ReadonlyMap<unknown, Usage> = new Map([
  ['v', 'vaccination'],
  ['t', 'test'],
  ['r', 'recovery'],
])

/**
 * Reads the public keys of the Netherlands' CoronaCheck (mobile-core, verifier): JSON of a payload and a CMS message
 * over it, both in base64. The payload's `eu_keys` hold bare keys, several for one kid if need be, with usages as
 * letters or as object identifiers. Its other members are for domestic certificates and passed over.
 * Pinned is the signer itself or an authority above it.
 * @throws Fault `source.*`
 */
export async function readNl(source: ForeignSource): Promise<ForeignList> {
  const members = requireMembers(jsonOf(onlyFile(source)))
  const [payload, signature] = [bytesOf(members.payload), bytesOf(members.signature)]
  if (payload === undefined || signature === undefined) throw sourceFault('source.shape', 'payload or signature')
  await checkSignature(readCms(signature), payload, source)
  const { eu_keys: keys } = requireMembers(jsonOf(payload))
  const entries = Object.entries(requireMembers(keys)).flatMap(([kid, values]) => {
    return requireEntries(values).map((value) => ({ kid, value }))
  })
  const outcomes = (requireEntries(entries) as typeof entries).map(({ kid, value }) => outcomeOf(kid, value))
  const notes = ['undated', 'bare-keys', 'no-validity', 'no-country'] as const
  return { format: 'nl', verified: true, ...gather(outcomes), notes }
}

async function checkSignature(message: CmsMessage, payload: Uint8Array, source: ForeignSource): Promise<void> {
  if (message.content !== undefined) throw sourceFault('source.shape', 'CMS message carries a content of its own')
  const key = pinnedKeyOf(source)
  if (await isSignedByPinned(message, payload, key)) return
  for (const certificate of message.certificates) {
    if (!certificate.commonNames.some((name) => SIGNER.test(name))) continue
    if (!(await isSignedBy(message, payload, certificate))) continue
    if (await leadsTo(key, certificate, message.certificates, wholeSeconds(source.at))) return
  }
  throw sourceFault('source.signature', 'not signed by the pinned key, or by one that it vouches for')
}

function outcomeOf(kid: string, value: unknown): Outcome {
  const { subjectPk, keyUsage } = membersOf(value) ?? {}
  if (!Array.isArray(keyUsage) || !keyUsage.every(isUsageWord)) return dropped({ kid }, 'shape')
  return fromKey({ kid, spki: bytesOf(subjectPk), usages: usagesIn(keyUsage) })
}

function isUsageWord(word: unknown): word is string {
  return usageByLetter.has(word) || (typeof word === 'string' && /^\d+(\.\d+)+$/.test(word))
}

/** Letters and object identifiers may stand side by side; none at all leaves the key free. */
function usagesIn(words: readonly string[]): readonly Usage[] {
  const purposes = words.filter((word) => !usageByLetter.has(word))
  const byPurposes = purposes.length > 0 || words.length === 0 ? usagesOf(purposes) : []
  return allUsages.filter(
    (usage) => byPurposes.includes(usage) || words.some((word) => usageByLetter.get(word) === usage),
  )
}
