import fc from 'fast-check'

/** The alphabet of QR's alphanumeric mode (ISO/IEC 18004:2015 table 5). */
export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Texts a QR code of ours may hold, up to a length. */
export function texts(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength })
}

/** A text of a length that runs through the alphabet in steps that never settle into a pattern. */
export function textOf(length: number): string {
  let state = length
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return alphabet[(state >>> 16) % 45]
  }).join('')
}

/** Characters that versions 1 to 40 hold at level Q in alphanumeric mode (ISO/IEC 18004:2015 table 7). */
export const charactersAtQ: readonly number[] = [
  16, 29, 47, 67, 87, 108, 125, 157, 189, 221, 259, 296, 352, 376, 426, 470, 531, 574, 644, 702, 742, 823, 890, 963,
  1041, 1094, 1172, 1263, 1322, 1429, 1499, 1618, 1700, 1787, 1867, 1966, 2071, 2181, 2298, 2420,
]
