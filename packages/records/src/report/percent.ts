/** A part of a whole in percent, computed from counts. Texts have a point: "94.24". */
export interface Percent {
  /** Rounded half up. */
  readonly rounded: string
  /** Cut off: what some reports print instead. */
  readonly truncated: string
}

const DECIMALS = 2

/** @param part, whole: counts, whole numbers from 0. Undefined where the whole is 0: nothing is a share of nothing. */
export function percentOf(part: number, whole: number, decimals: number = DECIMALS): Percent | undefined {
  if (whole === 0) return undefined
  const [parts, wholes] = [BigInt(part) * 100n * 10n ** BigInt(decimals), BigInt(whole)]
  return {
    rounded: withPoint((2n * parts + wholes) / (2n * wholes), decimals),
    truncated: withPoint(parts / wholes, decimals),
  }
}

/** The count of a whole that a percentage, "94.17", stands for: the nearest one. */
export function countAt(percent: string, whole: number): number {
  const decimals = percent.split('.')[1]?.length ?? 0
  const steps = 100n * 10n ** BigInt(decimals)
  const hundredths = BigInt(percent.replace('.', ''))
  return Number((2n * hundredths * BigInt(whole) + steps) / (2n * steps))
}

function withPoint(value: bigint, decimals: number): string {
  if (decimals === 0) return value.toString()
  const digits = value.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
