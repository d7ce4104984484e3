import { createHash } from 'node:crypto'
import { bytes, type Entries, int, text } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import { makeLayers } from '../layers.ts'
import { usual } from '../verify-case.ts'

// Unprotected headers that give the whole text a certain form: nobody signs them, so nothing else changes.

/** The first of these headers whose text is as wanted. */
async function search(
  headerOf: (n: number) => Entries,
  from: number,
  wanted: (text: string) => boolean,
): Promise<Entries> {
  for (let n = from; n < from + 2000; n += 1) {
    const layers = await makeLayers({ ...usual, unprotected: headerOf(n) })
    if (wanted(layers.text)) return headerOf(n)
  }
  throw new TypeError('no header gives such a text')
}

/** So many bytes that no deflater makes shorter, always the same. */
function filler(size: number): Entries {
  const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, index) =>
    createHash('sha256').update(Uint8Array.of(index)).digest(),
  )
  return [[text('filler'), bytes(joinBytes(...blocks).subarray(0, size))]]
}

function counter(n: number): Entries {
  return [[text('n'), int(n)]]
}

/** The text has 4,296 characters. */
export const longestText: Entries = await search(filler, 2200, ({ length }) => length === 4296)

/** The text has 4,297 characters. */
export const tooLongText: Entries = await search(filler, 2200, ({ length }) => length === 4297)

/** The text holds two adjacent spaces, and with one of them it ends in a lone character. */
export const doubleSpace: Entries = await search(counter, 0, (whole) => whole.includes('  ') && whole.length % 3 === 0)
