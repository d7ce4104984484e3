import type { Verdict } from '@vaxcert/core'
import { STDIN } from '../inputs/files.ts'

/** What is known of a certificate whose picture could not be read. */
export interface Unread {
  readonly kind: 'refused'
  readonly code: string
  readonly checks: readonly []
}

/** A verdict as it goes into a JSON line. What the certificate says is told only once it is believed. */
export function verdictJson(file: string, verdict: Verdict | Unread): Readonly<Record<string, unknown>> {
  return {
    ...(file !== STDIN && { file }),
    kind: verdict.kind,
    ...(verdict.kind !== 'accepted' && { code: verdict.code }),
    checks: verdict.checks,
    ...(verdict.kind === 'accepted' && { dcc: verdict.dcc.claims.dcc }),
  }
}
