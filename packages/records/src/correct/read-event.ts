import { Fault } from '@vaxcert/core/fault'
import { isMoment } from '../confirm/signing-units.ts'
import { type Field, fields } from '../record.ts'
import type { CorrectCode } from './correct-codes.ts'
import { type Correction, type Evidence, methods, type ReportEvent, reportKinds } from './event.ts'

const MOST_ITEMS = 100
const evidenceKinds = ['paper-certificate', 'screening-form', 'identity-card', 'session-list', 'other'] as const

/**
 * Reads an event from JSON; nothing but its own members goes on.
 * @throws Fault `correct.shape`
 */
export function readEvent(value: unknown): ReportEvent {
  const given = objectOf(value)
  const told = {
    report: textOf(given.report),
    by: textOf(given.by),
    role: textOf(given.role),
    at: momentOf(given.at),
    why: textOf(given.why, 0),
    evidence: listOf(given.evidence, readEvidence),
  }
  const { step, isPhoneProved } = given
  if (step === 'checked' || step === 'rejected') return { step, ...told }
  if (step === 'approved') return { step, ...told, corrections: listOf(given.corrections, readCorrection) }
  if (step === 'verified') return { step, ...told, method: memberOf(methods, given.method) }
  const kind = memberOf(reportKinds, given.kind)
  if (step !== 'received' || typeof isPhoneProved !== 'boolean') throw refused()
  return { step, kind, isPhoneProved, ...told }
}

function readEvidence(value: unknown): Evidence {
  const { sha256, kind } = objectOf(value)
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) throw refused()
  return { sha256, kind: memberOf(evidenceKinds, kind) }
}

function readCorrection(value: unknown): Correction {
  const given = objectOf(value)
  const dose = textOf(given.dose)
  if (given.kind === 'withdraw') return { kind: 'withdraw', dose }
  if (given.kind === 'add') return { kind: 'add', dose, values: readValues(given.values) }
  if (given.kind !== 'change') throw refused()
  const [before, after] = [textOf(given.before, 0), textOf(given.after, 0)]
  return { kind: 'change', dose, field: fieldOf(given.field), before, after }
}

function readValues(value: unknown): Partial<Record<Field, string>> {
  return Object.fromEntries(Object.entries(objectOf(value)).map(([name, text]) => [fieldOf(name), textOf(text, 0)]))
}

/** The identifier of a dose never changes: it is the dose. */
function fieldOf(value: unknown): Field {
  const field = fields.find((name) => name === value)
  if (field === undefined || field === 'dose_id') throw refused()
  return field
}

function memberOf<T>(members: readonly T[], value: unknown): T {
  const member = members.find((one) => one === value)
  if (member === undefined) throw refused()
  return member
}

function listOf<T>(value: unknown, read: (member: unknown) => T): readonly T[] {
  if (!Array.isArray(value) || value.length > MOST_ITEMS) throw refused()
  return value.map(read)
}

function momentOf(value: unknown): string {
  if (!isMoment(value)) throw refused()
  return value
}

function textOf(value: unknown, shortest = 1): string {
  if (typeof value !== 'string' || value.length < shortest || value.length > 4000 || !value.isWellFormed())
    throw refused()
  return value
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused()
  return value as Record<string, unknown>
}

function refused(): Fault<CorrectCode> {
  return new Fault('correct.shape', 'not an event of a report')
}
