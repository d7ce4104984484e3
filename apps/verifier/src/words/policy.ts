import type { Policy } from '../judge/judge.ts'
import { countryText } from './format.ts'
import { type Language, sayIn } from './words.ts'

/** What is asked of a certificate, in one sentence. */
export function policyText(language: Language, policy: Policy): string {
  if (policy.kind === 'signature') return sayIn(language, 'policy.signature')
  const purpose = sayIn(language, `purpose.${policy.purpose}`)
  return sayIn(language, 'policy.rules', { country: countryText(language, policy.country), purpose })
}
