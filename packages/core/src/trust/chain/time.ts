import { type DerNode, malformed, tag } from './der-tree.ts'

/**
 * A Time of RFC 5280 §4.1.2.5, in seconds since 1970. UTCTime means 1950 to 2049. GeneralizedTime is taken for those
 * years too, though issuers should not write it.
 * @throws Fault `chain.form`
 */
export function timeIn(node: DerNode | undefined): number {
  if (node?.tag !== tag.utcTime) return generalizedTime(node?.tag === tag.generalizedTime ? node : undefined)
  const text = textOf(node)
  return secondsOf((text < '5' ? '20' : '19') + text)
}

/**
 * The content of a GeneralizedTime, whatever its tag.
 * @throws Fault `chain.form`
 */
export function generalizedTime(node: DerNode | undefined): number {
  return secondsOf(node === undefined ? '' : textOf(node))
}

/** To the second, in UTC and with a Z: all that RFC 5280 allows. */
function secondsOf(text: string): number {
  const [, ...digits] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  const [year, month, day, hour, minute, second] = digits
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const time = Date.parse(iso)
  if (Number.isNaN(time) || new Date(time).toISOString() !== iso) throw malformed('time')
  return time / 1000
}

function textOf({ content }: DerNode): string {
  return String.fromCharCode(...content.subarray(0, 20))
}
