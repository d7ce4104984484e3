/** Numbers that follow from a seed: the same on every machine, whatever runs beside them. Never for secrets. */
export interface Random {
  /** A whole number from 0, below `count`. */
  below(count: number): number
  /** Whether something happens that does so `perMillion` times in a million. */
  happens(perMillion: number): boolean
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T
}

/** sfc32 (PractRand): 128 bits of state, whole numbers only. */
export function randomOf(...seeds: readonly number[]): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (const seed of seeds) {
    a ^= seed | 0
    b ^= Math.floor(seed / 2 ** 32) | 0
    for (let round = 0; round < 12; round += 1) next()
  }
  const below = (count: number): number => Math.floor((next() / 2 ** 32) * count)
  return {
    below,
    happens: (perMillion) => below(1_000_000) < perMillion,
    pick: (list) => list[below(list.length)] as never,
  }
}

/** Draws from a list as often as its weights say: `"Nguyễn 310|Trần 110"`. */
export function weighted(line: string): (random: Random) => string {
  const entries = line.split('|').map((entry) => {
    const cut = entry.lastIndexOf(' ')
    return { text: entry.slice(0, cut), weight: Number(entry.slice(cut + 1)) }
  })
  const drawn = entries.flatMap(({ text, weight }) => Array<string>(weight).fill(text))
  return (random) => random.pick(drawn)
}
