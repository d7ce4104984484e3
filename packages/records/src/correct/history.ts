import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import type { CorrectCode } from './correct-codes.ts'
import { afterCorrection, type CorrectedDose } from './corrected-doses.ts'
import type { Correction, ReportEvent } from './event.ts'
import { readEvent } from './read-event.ts'
import { afterEvent, type ReportState } from './report-state.ts'

/** What all events so far make of the reports. */
export interface History {
  readonly reports: ReadonlyMap<string, ReportState>
  /** Reports in which a piece of evidence stands, by its digest. */
  readonly evidence: ReadonlyMap<string, readonly string[]>
  /** What approved reports corrected, by dose. */
  readonly corrected: ReadonlyMap<string, CorrectedDose>
  readonly events: number
  /** SHA-256 of the last line in hex; that of nothing is 64 zeros. */
  readonly last: string
}

/** A history to which events are added as they are read or happen: a copy for each of millions would be too dear. */
export interface OpenHistory extends History {
  readonly reports: Map<string, ReportState>
  readonly evidence: Map<string, readonly string[]>
  readonly corrected: Map<string, CorrectedDose>
  events: number
  last: string
}

export function newHistory(): OpenHistory {
  return { reports: new Map(), evidence: new Map(), corrected: new Map(), events: 0, last: '0'.repeat(64) }
}

/**
 * Takes the next line of a kept history: it names the digest of the line before, so that none is changed, left out or
 * slipped in unseen. That lines are missing at the end shows only to who knows the last digest.
 * @throws Fault `correct.link`, `correct.shape`, and what `afterEvent` and `afterCorrection` throw
 */
export function readLine(history: OpenHistory, line: string): ReportEvent {
  const { previous, event: given } = (parse(line) ?? {}) as { previous?: unknown; event?: unknown }
  if (previous !== history.last) throw refused('correct.link')
  const event = readEvent(given)
  if (lineOf(history.last, event) !== line) throw refused('correct.link')
  return take(history, event, line)
}

/**
 * Adds an event; the line that it gives goes to the end of the file.
 * @throws Fault `correct.shape`, and what `afterEvent` and `afterCorrection` throw; the history is as it was then
 */
export function addEvent(history: OpenHistory, given: unknown): { readonly event: ReportEvent; readonly line: string } {
  const event = readEvent(given)
  const line = lineOf(history.last, event)
  return { event: take(history, event, line), line }
}

/** DU-07: the other reports in which a piece of evidence of this one stands. */
export function reusedEvidence(
  history: History,
  report: string,
): readonly { sha256: string; reports: readonly string[] }[] {
  const digests = new Set(history.reports.get(report)?.evidence.map(({ sha256 }) => sha256))
  return [...digests].flatMap((sha256) => {
    const reports = (history.evidence.get(sha256) ?? []).filter((other) => other !== report)
    return reports.length > 0 ? [{ sha256, reports }] : []
  })
}

function take(history: OpenHistory, event: ReportEvent, line: string): ReportEvent {
  const state = afterEvent(history.reports.get(event.report), event)
  const corrected = event.step === 'approved' ? correctedBy(history, event.corrections) : []
  history.reports.set(event.report, state)
  for (const [dose, after] of corrected) history.corrected.set(dose, after)
  for (const { sha256 } of event.evidence) {
    const reports = history.evidence.get(sha256) ?? []
    if (!reports.includes(event.report)) history.evidence.set(sha256, [...reports, event.report])
  }
  history.events += 1
  history.last = createHash('sha256').update(line).digest('hex')
  return event
}

/** The doses that corrections touch, after all of them; the history is left as it is. */
function correctedBy({ corrected }: History, corrections: readonly Correction[]): ReadonlyMap<string, CorrectedDose> {
  const after = new Map<string, CorrectedDose>()
  for (const correction of corrections) {
    const { dose } = correction
    after.set(dose, afterCorrection(after.get(dose) ?? corrected.get(dose), correction))
  }
  return after
}

function lineOf(previous: string, event: ReportEvent): string {
  return JSON.stringify({ previous, event })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw refused('correct.shape')
  }
}

function refused(code: CorrectCode): Fault<CorrectCode> {
  return new Fault(code)
}
