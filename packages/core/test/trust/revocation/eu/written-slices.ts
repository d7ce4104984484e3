import { sha256 } from '@noble/hashes/sha2.js'

/** p = 1e-12 as a 32-bit float. */
const RATE = [0x2b, 0x8c, 0xbc, 0xcc]
const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/** A Bloom filter by the layout of the Java code, reckoned with big integers. */
export function bloomFilter(
  members: readonly Uint8Array[],
  { hashes, words }: { hashes: number; words: number },
): Uint8Array {
  const bits = BigInt(words * 32)
  const data = new Uint8Array(words * 4)
  for (const member of members) {
    for (let seed = 0; seed < hashes; seed += 1) {
      const digest = sha256(Uint8Array.of(...member, seed))
      const signed = BigInt.asIntN(
        256,
        BigInt(`0x${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`),
      )
      const bit = Number(((signed % bits) + bits) % bits)
      data[bit >> 3] = (data[bit >> 3] as number) | (0x80 >> (bit & 7))
    }
  }
  const counts = [...u32(members.length), ...u32(members.length), ...u32(words)]
  return Uint8Array.of(0, 1, hashes, 0, ...RATE, ...counts, ...data)
}

/** A partial variable hash list; written badly as the Java code does, in the order of signed numbers. */
export function hashList(
  members: readonly Uint8Array[],
  { size, badly }: { size: number; badly: boolean },
): Uint8Array {
  const rows = members.map((member) =>
    badly ? padded(shortestSigned(member.slice(0, size)), size) : [...member.slice(0, size)],
  )
  return Uint8Array.of(0, 1, ...RATE, ...u32(members.length), size, ...rows.flat())
}

/** Two's complement in as few bytes as hold the number, as BigInteger.toByteArray gives it. */
function shortestSigned(bytes: Uint8Array): readonly number[] {
  const rest = [...bytes]
  while (
    rest.length > 1 &&
    ((rest[0] === 0xff && (rest[1] as number) >= 0x80) || (rest[0] === 0 && (rest[1] as number) < 0x80))
  )
    rest.shift()
  return rest
}

function padded(bytes: readonly number[], size: number): readonly number[] {
  return [...new Array<number>(size - bytes.length).fill(0), ...bytes]
}
