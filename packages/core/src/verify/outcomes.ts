import type { Check, CheckName, RefusalCode, UndecidedCode } from './verdict.ts'

/** The checks in the order in which they are made. */
const ORDER: readonly CheckName[] = [
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

/** What the caller may hand in, or leave out, for checks that not everybody makes. */
export interface HandedIn {
  readonly lists?: unknown
  readonly revocation?: unknown
  readonly rules?: unknown
}

function isLeftOut(name: CheckName, { lists, revocation, rules }: HandedIn): boolean {
  if (name === 'clock' || name === 'lists') return lists === undefined
  if (name === 'revocation') return revocation === undefined
  return name === 'rules' && rules === undefined
}

const passedBy = new Map<number, readonly Check[]>()

/** What came of the checks of an accepted certificate: one list for all whose caller handed in the same. */
export function allPassed(handedIn: HandedIn): readonly Check[] {
  const { lists, revocation, rules } = handedIn
  const key = (lists === undefined ? 0 : 1) + (revocation === undefined ? 0 : 2) + (rules === undefined ? 0 : 4)
  const known = passedBy.get(key)
  if (known !== undefined) return known
  const checks = Object.freeze(ORDER.map((name) => Object.freeze(beforeFailure(name, handedIn))))
  passedBy.set(key, checks)
  return checks
}

/** What came of the checks when one failed: those before it passed, those behind it were not reached. */
export function failedAt(failed: CheckName, code: RefusalCode | UndecidedCode, handedIn: HandedIn): readonly Check[] {
  const at = ORDER.indexOf(failed)
  return ORDER.map((name, index): Check => {
    if (index < at) return beforeFailure(name, handedIn)
    return index === at ? { name, outcome: 'failed', code } : { name, outcome: 'skipped' }
  })
}

function beforeFailure(name: CheckName, handedIn: HandedIn): Check {
  return { name, outcome: isLeftOut(name, handedIn) ? 'skipped' : 'passed' }
}
