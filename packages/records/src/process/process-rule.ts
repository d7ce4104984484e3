import type { RuleInfo } from '../cleanse/rule.ts'

/** The step of the work in which a rule is decided. */
export type Step = 'confirm' | 'report' | 'certificate'

/** A rule that neither a row nor the whole set decides, but a step of the work, over what that step makes. */
export interface ProcessRule<Subject> extends RuleInfo {
  readonly step: Step
  /** Which parts of the subject break it, by their names, "exp", "v.0.ci", never by their values; none where it holds. */
  check(subject: Subject): readonly string[]
}
