import type { Decision } from './decisions.ts'
import type { Question } from './question.ts'

/**
 * The decisions without the answers that contradict each other: where two facilities claim one dose (DU-03) and each finds
 * its own right, one of them errs, and both are asked again.
 */
export function withoutDisputes(decisions: readonly Decision[]): readonly Decision[] {
  const claims = new Map<number, Set<number>>()
  for (const { row, stands } of decisions) {
    const others = (stands?.questions ?? []).filter(isClaim).flatMap(({ others = [] }) => others)
    if (others.length > 0) claims.set(row, new Set([...(claims.get(row) ?? []), ...others]))
  }
  const isDisputed = (row: number, question: Question): boolean =>
    isClaim(question) && (question.others ?? []).some((other) => claims.get(other)?.has(row) === true)
  return decisions.map((decision) => {
    const { row, stands } = decision
    if (stands === undefined || !stands.questions.some((question) => isDisputed(row, question))) return decision
    const questions = stands.questions.filter((question) => !isDisputed(row, question))
    return { ...decision, stands: { ...stands, questions } }
  })
}

function isClaim({ rule }: Question): boolean {
  return rule === 'DU-03'
}
