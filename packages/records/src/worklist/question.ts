import type { Finding } from '../cleanse/rule.ts'
import type { RuleId } from '../cleanse/rule-id.ts'
import type { FieldValues } from '../record.ts'

/** A finding that somebody may answer with "it is right as it stands": one that asks for review, of the same other rows. */
export interface Question {
  readonly rule: RuleId
  readonly others?: readonly number[]
}

/** That values are right as they stand, and which questions about them are answered by that. */
export interface Standing {
  readonly values: Readonly<Partial<FieldValues>>
  readonly questions: readonly Question[]
}

/** What of these findings can be answered so. What blocks signing is never: it has to be mended. */
export function questionsOf(findings: readonly Finding[]): readonly Question[] {
  return findings.filter(isQuestion).map(({ rule, others }) => (others === undefined ? { rule } : { rule, others }))
}

/** The findings, those that were answered told as such: they inform, and keep nothing back. */
export function withAnswers(findings: readonly Finding[], answered: readonly Question[]): readonly Finding[] {
  if (answered.length === 0) return findings
  return findings.map((finding) => {
    const isAnswered = isQuestion(finding) && answered.some((question) => isSame(question, finding))
    return isAnswered ? { ...finding, severity: 'I' } : finding
  })
}

/** Whether a row still says what somebody found right. */
export function stands({ values }: Standing, now: Readonly<FieldValues>): boolean {
  return Object.entries(values).every(([field, text]) => now[field as keyof FieldValues] === text)
}

function isQuestion({ severity, applied }: Finding): boolean {
  return severity === 'R' && !applied
}

function isSame(question: Question, { rule, others = [] }: Finding): boolean {
  const before = new Set(question.others)
  return question.rule === rule && before.size === others.length && others.every((row) => before.has(row))
}
