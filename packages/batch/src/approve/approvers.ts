import { Fault, unlessFault } from '@vaxcert/core/fault'
import { readCertificate } from '@vaxcert/core/trust/chain'
import { fingerprint } from '@vaxcert/records/confirm'
import type { ApproveCode } from './approve-codes.ts'

/** Who may approve a batch: kept by the ministry, never taken from a certificate. */
export interface Approver {
  readonly name: string
  /** SHA-256 of the certificate, DER, in hex. */
  readonly certificate: string
  /** Moment from which nothing that was approved with it counts any more, ISO. */
  readonly until?: string
}

const MOST = 1000
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/**
 * Reads a register of approvers: `{"approvers": [{"name", "certificate", "until"?}]}`. One person may have several certificates.
 * @throws Fault `approve.register` when it is something else, or names a certificate twice
 */
export function readApprovers(value: unknown): readonly Approver[] {
  const { approvers } = (value ?? {}) as { readonly approvers?: unknown }
  if (!Array.isArray(approvers) || approvers.length > MOST) throw unreadable()
  const read = approvers.map(readApprover)
  if (new Set(read.map(({ certificate }) => certificate)).size < read.length) throw unreadable()
  return read
}

function readApprover(value: unknown): Approver {
  const { name, certificate, until, ...others } = (value ?? {}) as Readonly<Record<string, unknown>>
  const isRight =
    typeof name === 'string' &&
    samePerson(name) !== '' &&
    name.length <= 200 &&
    typeof certificate === 'string' &&
    /^[0-9a-f]{64}$/.test(certificate) &&
    Object.keys(others).length === 0
  if (!isRight) throw unreadable()
  if (until === undefined) return { name, certificate }
  if (typeof until !== 'string' || !moment.test(until) || Number.isNaN(Date.parse(until))) throw unreadable()
  return { name, certificate, until }
}

/** Shown as nothing: zero-width spaces, joiners, marks of direction. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Eth and the African d, whose capitals look like Đ and are often typed for it. */
const otherDs = /[ðɖ]/g

/** By what two names are of one person: capitals, white space, Unicode form and what nobody sees aside. */
export function samePerson(name: string): string {
  const seen = name.normalize('NFKC').replace(invisible, '').toLowerCase().replace(otherDs, 'đ')
  return seen.split(/\s+/u).filter(Boolean).join(' ')
}

/**
 * The approver of a certificate, whose word counts at `now` for what was said at `at`.
 * @throws Fault `approve.register`, `approve.not-valid`
 */
export function approverOf(
  certificate: Uint8Array,
  approvers: readonly Approver[],
  { at, now }: { readonly at: Date; readonly now: Date },
): Approver & { readonly spki: string } {
  const print = fingerprint(certificate)
  const found = approvers.find((one) => one.certificate === print)
  const read = unlessFault(() => readCertificate(certificate))
  if (found === undefined || read === undefined) throw fault('approve.register', 'not among the approvers')
  const seconds = at.getTime() / 1000
  const holds = seconds >= read.notBefore && seconds <= read.notAfter && at <= now
  const isWithdrawn = found.until !== undefined && Date.parse(found.until) <= now.getTime()
  if (!holds || isWithdrawn) throw fault('approve.not-valid', 'the certificate does not hold')
  return { ...found, spki: Buffer.from(read.spki).toString('base64') }
}

function unreadable(): Fault<ApproveCode> {
  return fault('approve.register', 'not a register of approvers')
}

function fault(code: ApproveCode, detail: string): Fault<ApproveCode> {
  return new Fault(code, detail)
}
