import { Fault } from '@vaxcert/core/fault'
import { contradiction, type Dose, seriesOf } from '@vaxcert/core/issue'
import type { FieldValues } from '@vaxcert/records'
import type { Database } from '@vaxcert/records/database'
import type { CheckedConfirmations } from '../gates/facility-confirmed.ts'
import { rowGate } from '../gates/row-gate.ts'
import { planSingle, type SingleDose, type SingleOptions, type SinglePlan } from '../plan/plan-single.ts'
import type { PlannedDose } from '../plan/planned-dose.ts'
import type { SingleRequest } from './requests.ts'

/** Plans what is asked for. @throws Fault as `planSingle` does */
export type PlanRequest = (database: Database, request: SingleRequest) => Promise<SinglePlan>

export interface PlanRequestOptions extends Omit<SingleOptions, 'at'> {
  readonly now: () => Date
  /** What is known of a dose beside what the request says: who confirmed it, and whether its identity was verified. */
  readonly judge: (dose: Readonly<FieldValues>, source: string) => PlannedDose
}

/** Plans single doses under a standing approval, through the gates of any batch. */
export function planRequests({ now, judge, ...options }: PlanRequestOptions): PlanRequest {
  const checked = { confirmations: options.confirmations, country: options.documentSigner.country }
  return async (database, request) => {
    const judged = numbered(request.doses.map((dose) => judge(dose, request.source)))
    const dose = singleDose(request, judged)
    for (const each of judged) requireRight(each, checked)
    return planAgain(() => planSingle(database, { ...options, at: now() }, dose))
  }
}

/** The dose with its timeline: all doses of one person. */
function singleDose({ doseId, version }: SingleRequest, doses: readonly PlannedDose[]): SingleDose {
  const own = doses.find((dose) => dose.doseId === doseId)
  if (own === undefined) throw new TypeError('the dose is not among the doses')
  const isOne = doses.every(({ personId }) => personId === own.personId)
  if (!isOne || contradiction(doses.map(({ person }) => person)) !== undefined)
    throw new Fault('record.timeline', 'two people')
  return { ...own, version, timeline: timelineOf(doses) }
}

/** Where no cleansing has numbered a dose, the timeline does. */
function numbered(doses: readonly PlannedDose[]): readonly PlannedDose[] {
  const series = seriesOf(timelineOf(doses))
  return doses.map((dose) => ({ number: series.get(dose.doseId)?.dn ?? 0, ...dose }))
}

function timelineOf(doses: readonly PlannedDose[]): readonly Dose[] {
  return doses.map(({ dose, doseId: id }) => ({ ...dose, id }))
}

/** Every dose counts in the series, so each must be as right as the one that is certified: none is left out unsaid. */
function requireRight(dose: PlannedDose, checked: CheckedConfirmations): void {
  const code = rowGate(dose, checked)
  if (code !== undefined) throw new Fault(code, 'held back')
}

/** Two may ask for the same at one moment: the second finds what the first has planned. */
async function planAgain(plan: () => Promise<SinglePlan>): Promise<SinglePlan> {
  try {
    return await plan()
  } catch (error) {
    if (error instanceof Fault && error.code === 'ledger.taken') return plan()
    throw error
  }
}
