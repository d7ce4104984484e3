import { decodeUtf8 } from '../cose/cbor-text.ts'
import { Fault } from '../fault.ts'
import { type DenyList, readDenyList } from './deny-list.ts'
import type { ListKind } from './list-kind.ts'
import { type RevocationIndex, readRevocationIndex } from './revocation/revocation-index.ts'
import type { Environment } from './root.ts'
import type { Rule } from './rule.ts'
import { readRules } from './rules-list.ts'
import type { SignedList } from './signed-list.ts'
import { withTestKeys } from './test-keys.ts'
import { readSigners, type TrustList, trustList } from './trust-list.ts'
import { type DatedValueSet, readValueSets } from './value-set-list.ts'

/** What the lists of a snapshot say. */
export interface Contents {
  /** Knows what is denied. */
  readonly trust: TrustList
  readonly denied: DenyList
  readonly revocation: RevocationIndex
  readonly rules: readonly Rule[]
  readonly valueSets: readonly DatedValueSet[]
}

/**
 * Reads the bodies of lists that are believed. In production, keys that everybody has are denied too.
 * @throws Fault `list.shape`
 */
export function readBodies(lists: Readonly<Record<ListKind, SignedList>>, environment: Environment): Contents {
  const denied = readDenyList(jsonOf(lists.deny))
  const signers = readSigners(jsonOf(lists.trust))
  return {
    trust: trustList(signers, environment === 'production' ? withTestKeys(denied) : denied),
    denied,
    revocation: readRevocationIndex(lists.revocation.body),
    rules: readRules(jsonOf(lists.rules)),
    valueSets: readValueSets(jsonOf(lists['value-sets'])),
  }
}

function jsonOf({ body }: SignedList): unknown {
  try {
    return JSON.parse(decodeUtf8(body) ?? '')
  } catch {
    throw new Fault('list.shape', 'not JSON in UTF-8')
  }
}
