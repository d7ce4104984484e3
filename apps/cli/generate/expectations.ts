import type { CheckName, RefusalCode, UndecidedCode } from '@vaxcert/core'
import type { VerifyExpectation } from './vector.ts'

/** The checks in the order in which they are made. */
const checkNames: readonly CheckName[] = [
  'text',
  'message',
  'signer',
  'signature',
  'claims',
  'clock',
  'time',
  'validity',
  'country',
  'content',
  'usage',
  'event',
  'lists',
  'revocation',
  'rules',
]

/** What a verifier may be handed besides trust, and what is checked with it alone. */
const extras = { lists: ['clock', 'lists'], revocation: ['revocation'], rules: ['rules'] } as const

export type Extra = keyof typeof extras

export const accepted: VerifyExpectation = acceptedWith([])

/** Accepted by one who was handed these, too. */
export function acceptedWith(handedIn: readonly Extra[]): VerifyExpectation {
  return { kind: 'accepted', checks: outcomes(checkNames.length, handedIn) }
}

/** Refused by exactly this check. */
export function refusedAt(check: CheckName, code: RefusalCode, handedIn: readonly Extra[] = []): VerifyExpectation {
  return { kind: 'refused', code, checks: outcomes(checkNames.indexOf(check), handedIn) }
}

/** Left open by exactly this check. */
export function undecidedAt(check: CheckName, code: UndecidedCode, handedIn: readonly Extra[] = []): VerifyExpectation {
  return { kind: 'undecided', code, checks: outcomes(checkNames.indexOf(check), handedIn) }
}

/** Refused before there is a text to check. */
export function notReached(code: 'picture.no-code' | 'picture.unreadable'): VerifyExpectation {
  const checks = Object.fromEntries(checkNames.map((name) => [name, 'skipped'])) as VerifyExpectation['checks']
  return { kind: 'refused', code, checks }
}

function outcomes(failing: number, handedIn: readonly Extra[]): VerifyExpectation['checks'] {
  const leftOut = (Object.keys(extras) as Extra[]).filter((extra) => !handedIn.includes(extra))
  const notMade = new Set<CheckName>(leftOut.flatMap((extra): readonly CheckName[] => extras[extra]))
  const entries = checkNames.map((name, index) => {
    if (index === failing) return [name, 'failed'] as const
    return [name, index < failing && !notMade.has(name) ? 'passed' : 'skipped'] as const
  })
  return Object.fromEntries(entries) as VerifyExpectation['checks']
}
