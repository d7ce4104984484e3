import type { Check, CheckName, RefusalCode, UndecidedCode } from './verdict.ts'

/** The checks in the order in which they are made. */
const ORDER: readonly CheckName[] = [
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

/** What came of the checks of an accepted certificate: one list for all of them. */
export const ALL_PASSED: readonly Check[] = Object.freeze(
  ORDER.map((name): Check => Object.freeze({ name, outcome: 'passed' })),
)

/** What came of the checks when one failed: those before it passed, those behind it were not reached. */
export function failedAt(failed: CheckName, code: RefusalCode | UndecidedCode): readonly Check[] {
  const at = ORDER.indexOf(failed)
  return ORDER.map((name, index): Check => {
    if (index === at) return { name, outcome: 'failed', code }
    return { name, outcome: index < at ? 'passed' : 'skipped' }
  })
}
