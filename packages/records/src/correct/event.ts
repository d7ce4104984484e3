import type { Field } from '../record.ts'

/** What a person reports (vietnam.md 2-13): no certificate, a dose missing, wrong information, a dose that is not theirs. */
export type ReportKind = 'no-certificate' | 'missing-dose' | 'wrong-information' | 'not-my-dose'
export const reportKinds: readonly ReportKind[] = ['no-certificate', 'missing-dose', 'wrong-information', 'not-my-dose']

/** How a report was verified (vietnam.md 0-13). */
export type Method = 'paper' | 'household-visit' | 'facility-records' | 'register' | 'police'
export const methods: readonly Method[] = ['paper', 'household-visit', 'facility-records', 'register', 'police']

/** The steps of a report, in their order; the last is one of two. */
export type Step = 'received' | 'checked' | 'verified' | 'approved' | 'rejected'

/** A picture or file that is kept elsewhere: its digest, and what it is. */
export interface Evidence {
  /** SHA-256 in hex. */
  readonly sha256: string
  readonly kind: 'paper-certificate' | 'screening-form' | 'identity-card' | 'session-list' | 'other'
}

/** What an approved report does to the records. */
export type Correction =
  | {
      readonly kind: 'change'
      readonly dose: string
      readonly field: Field
      readonly before: string
      readonly after: string
    }
  | { readonly kind: 'add'; readonly dose: string; readonly values: Readonly<Partial<Record<Field, string>>> }
  | { readonly kind: 'withdraw'; readonly dose: string }

interface Told {
  readonly report: string
  /** Who did it, as what; "2022-05-20T08:00:00Z"; and why, in words of the office. */
  readonly by: string
  readonly role: string
  readonly at: string
  readonly why: string
  /** What came to light at this step. */
  readonly evidence: readonly Evidence[]
}

/** Something that happened to a report. Events are never changed: a slip is mended by a report of its own. */
export type ReportEvent =
  | (Told & { readonly step: 'received'; readonly kind: ReportKind; readonly isPhoneProved: boolean })
  | (Told & { readonly step: 'checked' | 'rejected' })
  | (Told & { readonly step: 'verified'; readonly method: Method })
  | (Told & { readonly step: 'approved'; readonly corrections: readonly Correction[] })
