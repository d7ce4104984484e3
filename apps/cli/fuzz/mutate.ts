import type { Random } from './random.ts'

/** Bytes and runs that parsers stumble over: CBOR heads, lengths, breaks, tags, UTF-8 damage. */
const awkward: readonly (readonly number[])[] = [
  [0x00],
  [0xff],
  [0x7f],
  [0x80],
  [0x9f],
  [0xbf],
  [0x5f],
  [0x7f, 0x61],
  [0xf6],
  [0xf7],
  [0xf9, 0x7e, 0x00],
  [0xf9, 0x7c, 0x00],
  [0x9a, 0xff, 0xff, 0xff, 0xff],
  [0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xbb, 0, 0, 0, 1, 0, 0, 0, 0],
  [0x5b, 0, 0, 0, 0, 0, 0, 0x10, 0],
  [0xc2, 0x41, 0xff],
  [0xc0],
  [0xc1, 0x00],
  [0xd2],
  [0xd8, 0x3d],
  [0xd8, 0x1c],
  [0xd8, 0x1d, 0x00],
  [0x18, 0x01],
  [0x1b, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xc3, 0x28],
  [0xed, 0xa0, 0x80],
  [0xe2, 0x80, 0xae],
  [0xa2, 0x01, 0x01, 0x01, 0x02],
  [0x69, ...new TextEncoder().encode('__proto__')],
]

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

function splice(bytes: Uint8Array, start: number, removed: number, inserted: ArrayLike<number>): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, start), ...Array.from(inserted), ...bytes.subarray(start + removed)])
}

function somewhere(bytes: Uint8Array, random: Random): number {
  return random.below(bytes.length + 1)
}

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const copy = bytes.slice()
    const at = random.below(bytes.length || 1)
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
    return copy
  },
  (bytes, random) => splice(bytes, somewhere(bytes, random), 1, [random.below(256)]),
  (bytes, random) => splice(bytes, somewhere(bytes, random), 0, [random.below(256)]),
  (bytes, random) => splice(bytes, somewhere(bytes, random), 1 + random.below(4), []),
  (bytes, random) => bytes.slice(0, somewhere(bytes, random)),
  (bytes, random) => splice(bytes, somewhere(bytes, random), random.below(10), random.pick(awkward)),
  (bytes, random) => {
    const start = somewhere(bytes, random)
    return splice(bytes, somewhere(bytes, random), 0, bytes.subarray(start, start + 1 + random.below(64)))
  },
  (bytes, random, other) => {
    const start = somewhere(other, random)
    const piece = other.subarray(start, start + 1 + random.below(64))
    return splice(bytes, somewhere(bytes, random), random.below(2) * piece.length, piece)
  },
]

/** One to three random changes; `other` lends pieces. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let mutant = bytes
  for (let times = 1 + random.below(3); times > 0; times -= 1) mutant = random.pick(mutations)(mutant, random, other)
  return mutant
}
