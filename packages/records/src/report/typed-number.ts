const grouped = /^\d{1,3}(?:([., \u00a0\u202f])\d{3})(?:\1\d{3})*$/
const plain = /^\d{1,15}$/

/**
 * A count as reports print it: "2.756.537", "2,756,537", "2 756 537". Undefined for what is none for sure: "200.00" may
 * be 200,000 or 20,000.
 */
export function readTypedCount(text: string): number | undefined {
  const typed = text.trim()
  if (!plain.test(typed) && !grouped.test(typed)) return undefined
  const number = Number(typed.replace(/\D/g, ''))
  return Number.isSafeInteger(number) ? number : undefined
}

/** A percentage as reports print it, "94,17 %", as "94.17"; undefined for what is none. */
export function readTypedPercent(text: string): string | undefined {
  const [, whole, decimals] = /^(\d{1,4})(?:[.,](\d{1,6}))?\s*%?$/.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  return decimals === undefined ? whole : `${whole}.${decimals}`
}
