import { decode } from '@vaxcert/core/dcc'
import type { Severity } from '../cleanse/rule.ts'
import type { RuleId } from '../cleanse/rule-id.ts'
import { certificateRules, type JudgedCertificate, notReadBack } from './certificate-rules.ts'

/** A rule that a certificate breaks. Holds no value of it. */
export interface CertificateFinding {
  readonly rule: RuleId
  readonly severity: Severity
  /** Names of what breaks it: "exp", "v.0.ci"; a code where it cannot be read at all. */
  readonly parts: readonly string[]
}

/**
 * What the rules over certificates say of a text: of ours before it leaves, or of another's as it came. Nobody's signature
 * is looked at: that is `verify`. Never throws on any text.
 */
export function judgeCertificate(
  text: string,
  knowing: Omit<JudgedCertificate, 'text' | 'claims'>,
): readonly CertificateFinding[] {
  const { layers } = decode(text, 'eu')
  const { claims } = layers
  const isDcc = claims !== undefined && 'dcc' in claims
  const found = isDcc
    ? certificateRules.map((rule) => ({ rule, parts: rule.check({ ...knowing, text, claims }) }))
    : [{ rule: notReadBack, parts: notReadBack.check({ text }) }]
  return found
    .filter(({ parts }) => parts.length > 0)
    .map(({ rule: { id, severity }, parts }) => ({ rule: id, severity, parts }))
}
