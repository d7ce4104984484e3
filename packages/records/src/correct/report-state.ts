import { Fault } from '@vaxcert/core/fault'
import { comparableName } from '../names/canonical.ts'
import type { CorrectCode } from './correct-codes.ts'
import type { Evidence, ReportEvent, ReportKind, Step } from './event.ts'

/** Where a report stands. */
export interface ReportState {
  readonly report: string
  readonly kind: ReportKind
  readonly step: Step
  /** Whether the phone number was proved by a code that was sent to it. */
  readonly isPhoneProved: boolean
  readonly evidence: readonly Evidence[]
  /** Who checked and verified it, as names are compared: another one approves. */
  readonly workedOn: readonly string[]
  /** Moment of the last event. */
  readonly at: string
}

const next: Readonly<Record<Step, readonly Step[]>> = {
  received: ['checked', 'rejected'],
  checked: ['verified', 'rejected'],
  verified: ['approved', 'rejected'],
  approved: [],
  rejected: [],
}

/** Whether nothing more happens to a report. */
export function isClosed({ step }: ReportState): boolean {
  return next[step].length === 0
}

/**
 * The state of a report after an event.
 * @throws Fault `correct.order` for a step that does not follow, `correct.time` for one before the last,
 * `correct.phone` for a report checked though its phone was not proved, `correct.evidence` for one verified without any
 * evidence, `correct.empty` for one approved that corrects nothing where it must, `correct.four-eyes` for one approved by
 * who checked or verified it
 */
export function afterEvent(state: ReportState | undefined, event: ReportEvent): ReportState {
  if (state === undefined) return firstState(event)
  if (!next[state.step].includes(event.step)) throw refused('correct.order')
  if (event.at < state.at) throw refused('correct.time')
  if (event.step === 'checked' && !state.isPhoneProved) throw refused('correct.phone')
  const evidence = [...state.evidence, ...event.evidence]
  if (event.step === 'verified' && evidence.length === 0) throw refused('correct.evidence')
  const by = comparableName(event.by)
  if (event.step === 'approved') {
    requireCorrection(state, event.corrections.length)
    if (state.workedOn.includes(by)) throw refused('correct.four-eyes')
  }
  return { ...state, step: event.step, evidence, workedOn: [...state.workedOn, by], at: event.at }
}

function firstState(event: ReportEvent): ReportState {
  if (event.step !== 'received') throw refused('correct.order')
  const { report, kind, isPhoneProved, evidence, at } = event
  return { report, kind, step: 'received', isPhoneProved, evidence, workedOn: [], at }
}

/** A certificate that was not issued may be all that is missing; every other report changes a record. */
function requireCorrection({ kind }: ReportState, corrections: number): void {
  if (corrections === 0 && kind !== 'no-certificate') throw refused('correct.empty')
}

function refused(code: CorrectCode): Fault<CorrectCode> {
  return new Fault(code)
}
