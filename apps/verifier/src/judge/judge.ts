import { type Purpose, trustList } from '@vaxcert/core/trust'
import { underSnapshot, type Verdict, verify } from '@vaxcert/core/verify'
import type { Lists } from '../lists/lists.ts'

/** What is asked of a certificate: a right signature, or the rules of a country too. */
export type Policy =
  | { readonly kind: 'signature' }
  /** ISO 3166-1 alpha-2, upper case. */
  | { readonly kind: 'rules'; readonly country: string; readonly purpose: Purpose }

/** A verdict and the moment for which it holds. */
export interface Judgement {
  readonly verdict: Verdict
  readonly at: Date
  /** Short code for support: the verdict's, or `lists.none` where this device holds no lists. Absent when accepted. */
  readonly code?: string
}

/** Whose word counts where there are no lists. */
const nobody = trustList([])

/**
 * What this device can say of a text now. Without lists it refuses what is wrong in itself, and accepts nothing.
 * No text makes it throw, and nothing is asked of the network.
 */
export async function judge(text: string, lists: Lists, policy: Policy, at: Date): Promise<Judgement> {
  lists.age(at)
  const snapshot = lists.held.peek()
  if (snapshot === undefined) return withoutLists(await verify(text, { trust: nobody, at }), at)
  const { chunks } = lists
  const asked = policy.kind === 'rules' ? { country: policy.country, purpose: policy.purpose } : undefined
  const verdict = await verify(text, underSnapshot(snapshot, at, { chunks, ...(asked && { rules: asked }) }))
  return judgement(verdict, at)
}

function withoutLists(verdict: Verdict, at: Date): Judgement {
  return verdict.kind === 'undecided' ? { verdict, at, code: 'lists.none' } : judgement(verdict, at)
}

function judgement(verdict: Verdict, at: Date): Judgement {
  return verdict.kind === 'accepted' ? { verdict, at } : { verdict, at, code: verdict.code }
}
