import type { Claims } from '../../dcc/types.ts'
import { writeBase64 } from '../../trust/base64.ts'
import type { DatedValueSet } from '../../trust/value-set-list.ts'
import type { Value } from './certlogic/index.ts'
import type { RulePolicy } from './rule-policy.ts'

/** What rules may know beside the certificate. */
interface Surroundings {
  readonly claims: Claims
  readonly kid: Uint8Array
  readonly issuingCountry: string
}

/** `external` of the data that rules see, with the names that the EU's apps give: times in ISO 8601, UTC. */
export function externalParameters(
  { valueSets, country, region }: RulePolicy,
  { claims: { iat, exp }, kid, issuingCountry }: Surroundings,
  now: number,
): Value {
  return {
    validationClock: writeTime(now),
    valueSets: codesInForce(valueSets, now),
    countryCode: country,
    issuerCountryCode: issuingCountry,
    kid: writeBase64(kid),
    region: region ?? null,
    iat: writeTime(iat),
    exp: writeTime(exp),
  }
}

/**
 * The codes by set, each in its newest version of today or before. A set that is to come yet, or whose codes nobody
 * keeps here, is not there; a rule that asks for it cannot be evaluated.
 */
function codesInForce(sets: readonly DatedValueSet[], now: number): Readonly<Record<string, readonly string[]>> {
  const today = new Date(now * 1000).toISOString().slice(0, 10)
  const newest = new Map<string, DatedValueSet>()
  for (const set of sets) {
    if (set.date <= today && set.date > (newest.get(set.id)?.date ?? '')) newest.set(set.id, set)
  }
  return Object.fromEntries(Array.from(newest.values(), ({ id, codes }) => [id, codes]))
}

/** Null for what is absent or beyond all calendars. */
function writeTime(seconds: number | undefined): string | null {
  const date = new Date((seconds ?? Number.NaN) * 1000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
