import { isBag } from './check-result.ts'
import { readMoment } from './moments.ts'

/**
 * Whether two certificates say the same, one of them read from CBOR and one from JSON. Members may stand in any
 * order; null is as good as absent and white space around a text is not looked at (SpecialCaseHandling);
 * `1.0` is `1`; two date-times are the same when they name one instant, however they write zone and fraction.
 */
export function sameContent(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameContent(item, right[index]))
  }
  if (isBag(left) && isBag(right)) return sameMembers(left, right)
  if (typeof left === 'string' && typeof right === 'string') return sameText(left.trim(), right.trim())
  return left === right
}

function sameMembers(left: object, right: object): boolean {
  const members = membersOf(left)
  const others = new Map(membersOf(right))
  return (
    members.length === others.size &&
    members.every(([name, value]) => others.has(name) && sameContent(value, others.get(name)))
  )
}

function membersOf(bag: object): readonly (readonly [string, unknown])[] {
  return Object.entries(bag).filter(([, value]) => value !== null && value !== undefined)
}

function sameText(left: string, right: string): boolean {
  if (left === right) return true
  const [one, other] = [readMoment(left), readMoment(right)]
  return one !== undefined && one.seconds === other?.seconds && one.fraction === other.fraction
}
