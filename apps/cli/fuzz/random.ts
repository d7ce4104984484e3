/** Random numbers from a seed, so that every finding can be made again. */
export interface Random {
  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number
  pick<T>(choices: readonly T[]): T
}

/** A linear congruential generator modulo 2^48 (the constants of POSIX drand48), high bits only. */
export function seededRandom(seed: number): Random {
  let state = (BigInt(seed) << 16n) | 0x330en
  const below = (limit: number): number => {
    state = (state * 0x5deece66dn + 11n) & 0xffff_ffff_ffffn
    return Number((state >> 17n) % BigInt(limit))
  }
  return {
    below,
    pick: (choices) => choices[below(choices.length)] as (typeof choices)[number],
  }
}
