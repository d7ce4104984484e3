import { Fault } from '@vaxcert/core'
import {
  type ChunkSource,
  exactRevocation,
  type ListsAge,
  listsAge,
  type Purpose,
  type Revocation,
  readDenyList,
  readRevocationIndex,
  readRules,
  readValueSets,
  type TrustList,
  trustList,
} from '@vaxcert/core/trust'
import type { RulePolicy, VerifyOptions } from '@vaxcert/core/verify'
import type { Bag } from '../check-result.ts'
import { readBase64 } from '../encoded-bytes.ts'
import { bagOf, dateOf, type OwnFile, readNamedJson, requireMembers, textOf, trustNamed } from './own-file.ts'
import { profileOf } from './profile.ts'

/** The members of `given` from which options are made. */
export const OPTION_MEMBERS: readonly string[] = ['clock', 'trust', 'profile', 'denied', 'lists', 'revocation', 'rules']

/**
 * What a vector hands a verifier beside the text.
 * @throws Fault `vectors.*`, `list.shape`
 */
export function optionsOfVector(file: OwnFile): VerifyOptions {
  const { lists, revocation, rules, clock } = file.given
  const at = dateOf(clock)
  return {
    at,
    trust: trustOf(file),
    profile: profileOf(file.given),
    ...(lists !== undefined && { lists: ageOf(bagOf(lists), at) }),
    ...(revocation !== undefined && { revocation: revocationOf(bagOf(revocation)) }),
    ...(rules !== undefined && { rules: policyOf(file.path, bagOf(rules)) }),
  }
}

/** An empty list where the vector names none. */
function trustOf({ path, given }: OwnFile): TrustList {
  const signers = given.trust === undefined ? [] : trustNamed(path, given.trust).signers
  return given.denied === undefined
    ? trustList(signers)
    : trustList(signers, readDenyList(readNamedJson(path, textOf(given.denied))))
}

function ageOf(seen: Bag, at: Date): ListsAge {
  requireMembers(seen, ['issuedAt', 'staleAfter', 'tooOldAfter', 'newest'])
  const issuedAt = dateOf(seen.issuedAt).getTime() / 1000
  const newest = seen.newest === undefined ? issuedAt : dateOf(seen.newest).getTime() / 1000
  const limits = { staleAfter: numberOf(seen.staleAfter), tooOldAfter: numberOf(seen.tooOldAfter) }
  return listsAge({ issuedAt, newest, limits }, at)
}

function revocationOf(given: Bag): Revocation {
  requireMembers(given, ['index', 'chunks'])
  const chunks = bagOf(given.chunks)
  const source: ChunkSource = {
    chunk: (name) => (chunks[name] === undefined ? undefined : readBase64(textOf(chunks[name]))),
  }
  return exactRevocation(readRevocationIndex(readBase64(textOf(given.index))), source)
}

function policyOf(path: string, given: Bag): RulePolicy {
  requireMembers(given, ['rules', 'valueSets', 'country', 'purpose'])
  return {
    rules: readRules(readNamedJson(path, textOf(given.rules))),
    valueSets: readValueSets(readNamedJson(path, textOf(given.valueSets))),
    country: textOf(given.country),
    purpose: purposeOf(given.purpose),
  }
}

function purposeOf(value: unknown): Purpose {
  if (value === 'entry' || value === 'venue') return value
  throw new Fault('vectors.shape', 'no such purpose')
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  throw new Fault('vectors.shape', 'a number is missing')
}
