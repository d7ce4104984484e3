import type { Purpose } from '@vaxcert/core/trust'
import type { Verdict } from '@vaxcert/core/verify'

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
