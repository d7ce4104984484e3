import type { Person } from './dose.ts'

/**
 * Why several doses cannot be of one person, from what each says of theirs; undefined where they can. Dates of birth agree
 * when each, sorted, begins with the one before: "1990", "1990-03", "1990-03-12". Names agree when they differ in nothing
 * but capitals, white space, Unicode form, and the eth (U+00D0) that old keyboards give for Đ.
 */
export function contradiction(people: readonly Person[]): 'birth-date' | 'name' | undefined {
  const [first, ...others] = people
  if (first === undefined || others.every((other) => isWrittenAlike(first, other))) return undefined
  const births = people.map(({ birthDate }) => birthDate).toSorted()
  const bornOnce = births.every((birth, index) => birth.startsWith(births[index - 1] ?? ''))
  if (!bornOnce) return 'birth-date'
  const names = new Set(people.map(nameOf).filter((name) => name !== ''))
  return names.size > 1 ? 'name' : undefined
}

/** As almost all are. */
function isWrittenAlike(one: Person, other: Person): boolean {
  return one.birthDate === other.birthDate && writtenName(one) === writtenName(other)
}

function nameOf(person: Person): string {
  const written = writtenName(person).normalize('NFC').toUpperCase().replaceAll('\u00D0', '\u0110')
  return written.split(/\s+/u).filter(Boolean).join(' ')
}

function writtenName({ name }: Person): string {
  return 'fullName' in name ? name.fullName : `${name.familyName} ${name.givenNames ?? ''}`
}
