import type { Findings } from './findings.ts'
import { countsOf, fateOf, type Handed } from './invented.ts'

/** What one look at a whole ledger saw. */
export interface Look {
  /** Numbers of doses, by dose_no. */
  readonly numbers: Map<number, number>
  /** By dose_no. */
  readonly refused: Set<number>
  /** By number, whose certificate is released under which dose_no. */
  readonly given: Map<number, number>
  /** Rows. */
  held: number
}

export function emptyLook(): Look {
  return { numbers: new Map(), refused: new Set(), given: new Map(), held: 0 }
}

/** A plan is in the ledger as a whole, or nothing of it is. */
export function checkWhole({ numbers }: Look, plans: readonly Handed[], { add }: Findings): void {
  const present = new Set(numbers.values())
  for (const handed of plans) {
    const planned = numbersOf(handed).filter((number) => fateOf(number) !== 'held')
    const count = planned.filter((number) => present.has(number)).length
    if (count !== 0 && count !== planned.length) add('lost', `planned by half: from ${handed.from}`)
  }
}

function numbersOf({ from, count }: Handed): readonly number[] {
  return Array.from({ length: count }, (_, at) => from + at)
}

/** Every dose that was planned has its one outcome, and nothing else is there. */
export function settle(look: Look, plans: readonly Handed[], findings: Findings): void {
  const { add } = findings
  const doses = new Map([...look.numbers].map(([doseNo, number]) => [number, doseNo]))
  let rows = 0
  let planned = 0
  for (const handed of plans) {
    const counts = countsOf(handed)
    rows += counts.rows
    planned += counts.issued + counts.refused
    for (const number of numbersOf(handed)) settleNumber(number, doses.get(number), look, findings)
  }
  if (look.held !== rows - planned) add('lost', `${look.held} rows held, not ${rows - planned}`)
  if (doses.size !== look.numbers.size) add('duplicate', 'two doses of one number')
  if (doses.size !== planned) add('duplicate', `${doses.size} doses planned, not ${planned}`)
}

function settleNumber(
  number: number,
  doseNo: number | undefined,
  { given, refused }: Look,
  { add }: Pick<Findings, 'add'>,
): void {
  const fate = fateOf(number)
  const isGiven = given.has(number)
  const isRefused = doseNo !== undefined && refused.has(doseNo)
  if (fate === 'issued' && !isGiven) add('lost', `number ${number} has no certificate`)
  if (fate !== 'issued' && isGiven) add('duplicate', `number ${number} must have none`)
  if ((fate === 'refused') !== isRefused) add('lost', `number ${number} is refused, or is not`)
  if (isGiven && given.get(number) !== doseNo) add('differing', `number ${number} is certified as another dose`)
}
