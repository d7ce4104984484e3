import type { RuleInfo } from '../cleanse/rule.ts'
import { certificateRules } from './certificate-rules.ts'
import { changedSince, verifiedAgain } from './confirm-rules.ts'
import type { Step } from './process-rule.ts'
import { otherPercent } from './report-rules.ts'

export { type JudgedCertificate, livesTooLong, malformedIdentifier, notReadBack } from './certificate-rules.ts'
export { type ConfirmedDose, changedSince, type KnownIdentity, verifiedAgain } from './confirm-rules.ts'
export { type CertificateFinding, judgeCertificate } from './judge-certificate.ts'
export type { ProcessRule, Step } from './process-rule.ts'
export { otherPercent, type ToldPercent } from './report-rules.ts'

/** Every rule that a step of the work decides. */
export const processRules: readonly (RuleInfo & { readonly step: Step })[] = [
  ...[verifiedAgain, changedSince, otherPercent],
  ...certificateRules,
]
