import type { PlannedDose } from '@vaxcert/batch/plan'
import type { IssueRequest } from '@vaxcert/core/issue'
import { inventedRequests } from '../people.ts'

export const CONFIRMED: string = 'c'.repeat(64)

/** The first doses of the invented people of the benchmarks: what is measured alone, and what a ledger is filled with. */
export const firstDoses: readonly IssueRequest[] = inventedRequests().map(({ person, timeline = [] }) => {
  const [first] = timeline
  if (first === undefined) throw new Error('a person of the benchmark has no dose')
  return { person, dose: first, timeline: [first] }
})

/** So many, each of a person of its own. */
export async function* plannedDoses(count: number): AsyncGenerator<PlannedDose> {
  for (let number = 0; number < count; number += 1) {
    const { person, dose } = firstDoses[number % firstDoses.length] as IssueRequest
    const { product, date, country } = dose
    yield {
      ...{ source: 'bench', doseId: `D${number}`, personId: `P${number}`, facility: `${24_000 + (number % 500)}` },
      ...{ entered: date, person, dose: { product, date, country }, number: 1 },
      ...{ identity: 'verified', confirmation: CONFIRMED },
    }
  }
}
