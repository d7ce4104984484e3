import { oldNumberBeside, severalNumbers } from '../rules/person-rules.ts'
import { type Judged, rowsOf, tell } from './person.ts'

/**
 * ID-11 and DU-05: a person with several numbers. A CMND beside a personal number is told with the number that holds now;
 * an old number that no row declares, and every other one, has to be looked at. Where nothing tells which number is the
 * right one, all are told.
 */
export function judgeSeveralNumbers(person: readonly Judged[], shared: ReadonlySet<string>): void {
  const byNumber = new Map<string, Judged[]>()
  for (const row of person) {
    const { number } = row.key
    if (number !== '') byNumber.set(number, [...(byNumber.get(number) ?? []), row])
  }
  if (byNumber.size < 2) return
  const ranked = [...byNumber.values()].sort((a, b) => weight(b, shared) - weight(a, shared))
  const [first = [], second = []] = ranked
  const isOpen = weight(first, shared) === weight(second, shared)
  for (const rows of isOpen ? ranked : ranked.slice(1))
    tellNumber(rows, isOpen && rows === first ? second : first, person)
}

/** How much speaks for a number: that it is the person's alone, its kind, that it fits, how often it was written. */
function weight(rows: readonly Judged[], shared: ReadonlySet<string>): number {
  const { number, kind } = (rows[0] as Judged).key
  const own = shared.has(number) ? 0 : 1
  const isPersonal = kind === 'personal' ? 1 : 0
  const fits = rows.some(({ key }) => key.agrees) ? 1 : 0
  return own * 8_000 + isPersonal * 4_000 + fits * 2_000 + rows.length
}

function tellNumber(rows: readonly Judged[], better: readonly Judged[], person: readonly Judged[]): void {
  const { number, kind } = (rows[0] as Judged).key
  const { number: after, kind: afterKind } = (better[0] as Judged).key
  const isOld = kind === 'cmnd' && afterKind === 'personal'
  const isDeclared = person.some(({ key }) => key.number === after && key.old_number === number)
  const found = { before: number, others: rowsOf(better) }
  for (const row of rows) {
    if (isOld) tell(row, oldNumberBeside, 'id_number', { ...found, after })
    if (!isOld || !isDeclared) tell(row, severalNumbers, 'id_number', found)
  }
}
