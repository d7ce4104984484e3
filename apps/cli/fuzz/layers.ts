import { toBeSigned, writeSign1 } from '@vaxcert/core/cose'
import { encodeBase45, PREFIX, writeText } from '@vaxcert/core/dcc'
import { mutate } from './mutate.ts'
import type { Random } from './random.ts'
import type { Seed } from './seeds.ts'

/** Makes one mutant of `seed` as a text; `other` lends pieces. */
type Layer = (seed: Seed, other: Seed, random: Random) => string | Promise<string>

const latin1 = {
  encode: (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0)),
  decode: (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
}

/** Where the change is made: everything outside it is put together rightly again. */
export const layers: Readonly<Record<string, Layer>> = {
  text: (seed, other, random) => latin1.decode(mutate(latin1.encode(seed.text), latin1.encode(other.text), random)),
  zlib: (seed, other, random) => PREFIX + encodeBase45(mutate(seed.compressed, other.compressed, random)),
  cose: (seed, other, random) => writeText(mutate(seed.cose, other.cose, random)),
  payload: (seed, other, random) =>
    writeText(writeSign1(seed.protectedBytes, capped(mutate(seed.payload, other.payload, random)), seed.signature)),
  /** Mutants of the payload with a right signature: they reach every check behind it. */
  'signed payload': async (seed, other, random) => {
    const payload = capped(mutate(seed.payload, other.payload, random))
    const signature = await seed.signer.sign(toBeSigned(seed.protectedBytes, payload))
    return writeText(writeSign1(seed.protectedBytes, payload, signature))
  },
}

function capped(payload: Uint8Array): Uint8Array {
  return payload.length === 0 ? Uint8Array.of(0xa0) : payload.subarray(0, 2000)
}
