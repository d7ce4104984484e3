/** What canonical JSON can hold here: no fractions, whose digits would be a matter of their own. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical }

/**
 * The one text of a value (RFC 8785): names in order of their UTF-16 units, no white space, strings as ECMA-262 escapes them.
 * @throws TypeError for a number that is no safe integer
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError('canonical numbers are integers')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join()}]`
  const members = Object.keys(value).toSorted(byUnits)
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`).join()}}`
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value)
}

function byUnits(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
