import type { CheckName, RefusalCode, UndecidedCode } from '@vaxcert/core'
import type { VerifyExpectation } from './vector.ts'

/** The checks in the order in which they are made. */
const checkNames: readonly CheckName[] = [
  'text',
  'message',
  'signer',
  'signature',
  'claims',
  'time',
  'validity',
  'country',
  'usage',
  'event',
]

export const accepted: VerifyExpectation = { kind: 'accepted', checks: outcomes(checkNames.length) }

/** Refused by exactly this check. */
export function refusedAt(check: CheckName, code: RefusalCode): VerifyExpectation {
  return { kind: 'refused', code, checks: outcomes(checkNames.indexOf(check)) }
}

/** Left open by exactly this check. */
export function undecidedAt(check: CheckName, code: UndecidedCode): VerifyExpectation {
  return { kind: 'undecided', code, checks: outcomes(checkNames.indexOf(check)) }
}

/** Refused before there is a text to check. */
export function notReached(code: 'picture.no-code' | 'picture.unreadable'): VerifyExpectation {
  const checks = Object.fromEntries(checkNames.map((name) => [name, 'skipped'])) as VerifyExpectation['checks']
  return { kind: 'refused', code, checks }
}

function outcomes(failing: number): VerifyExpectation['checks'] {
  const entries = checkNames.map((name, index) => {
    if (index === failing) return [name, 'failed'] as const
    return [name, index < failing ? 'passed' : 'skipped'] as const
  })
  return Object.fromEntries(entries) as VerifyExpectation['checks']
}
