import { sharedNumber } from '../rules/person-rules.ts'
import { type Judged, rowsOf, tell } from './person.ts'
import { areAlike } from './same-name.ts'

/** Rows of one key, or of keys that were linked, as people: names that are alike. */
export function peopleOf(rows: readonly Judged[], sameName: number): readonly (readonly Judged[])[] {
  const people: { readonly names: Set<string>; readonly rows: Judged[] }[] = []
  for (const row of inOrderOfNames(rows)) {
    const { name } = row.key
    const own =
      people.find(({ names }) => names.has(name)) ?? people.find(({ names }) => isAmong(name, names, sameName))
    if (own === undefined) people.push({ names: new Set([name]), rows: [row] })
    else {
      own.names.add(name)
      own.rows.push(row)
    }
  }
  return people.map((person) => person.rows.toSorted((a, b) => a.key.row - b.key.row))
}

/** Rows without a name come last: they are of the first person. */
function inOrderOfNames(rows: readonly Judged[]): readonly Judged[] {
  return rows.toSorted((a, b) => Number(a.key.name === '') - Number(b.key.name === ''))
}

function isAmong(name: string, names: ReadonlySet<string>, sameName: number): boolean {
  for (const other of names) if (areAlike(name, other, sameName)) return true
  return false
}

/** ID-10: one number, several people. Answers the numbers of which that is so. */
export function judgeNumbersOf(people: readonly (readonly Judged[])[]): ReadonlySet<string> {
  const holders = new Map<string, Set<readonly Judged[]>>()
  for (const person of people) {
    for (const { key } of person) {
      if (key.number !== '') holders.set(key.number, (holders.get(key.number) ?? new Set()).add(person))
    }
  }
  const shared = [...holders].filter(([, persons]) => persons.size > 1)
  for (const [number, persons] of shared) tellShared(number, [...persons])
  return new Set(shared.map(([number]) => number))
}

function tellShared(number: string, persons: readonly (readonly Judged[])[]): void {
  const holding = persons.map((person) => person.filter(({ key }) => key.number === number))
  for (const own of holding) {
    const others = holding.filter((other) => other !== own).flatMap(rowsOf)
    for (const row of own) tell(row, sharedNumber, 'id_number', { before: number, others })
  }
}
