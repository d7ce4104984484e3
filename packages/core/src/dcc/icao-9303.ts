/** Letters whose ICAO spelling is not their base letter, in capitals (Doc 9303-3 §6.A; the first spelling of each row). */
const irregular: ReadonlyMap<string, string> = new Map([
  ['Ä', 'AE'],
  ['Å', 'AA'],
  ['Æ', 'AE'],
  ['Ð', 'D'], // Icelandic eth; in Vietnamese data mostly typed for Đ
  ['Đ', 'D'],
  ['Ħ', 'H'],
  ['Ĳ', 'IJ'],
  ['Ŀ', 'L'],
  ['Ł', 'L'],
  ['Ŋ', 'N'],
  ['Ö', 'OE'],
  ['Ø', 'OE'],
  ['Œ', 'OE'],
  ['ẞ', 'SS'],
  ['Ŧ', 'T'],
  ['Þ', 'TH'],
  ['Ü', 'UE'],
  // Not in the ICAO table.
  ['Ɖ', 'D'], // African D, the same glyph as Đ
  ['Ƀ', 'B'], // Ba Na, Ê Đê, Mnông
])

/** What stands between two parts of a name. White space other than U+0020 is collapsed before the table is asked. */
const separators = ' -.,\u2010\u2011\u2013'

/** What is written inside a name and has no place in a machine readable zone (Doc 9303-3 §4.6: apostrophes). */
const silent = "'`\u00B4\u00B7\u02B9\u02BB\u02BC\u2018\u2019\u2032"

/** Latin letters, as ranges of UTF-16 code units, both ends included. */
const latin: readonly (readonly [first: number, last: number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x256],
  [0x1e00, 0x1eff],
]

/**
 * The base letter serves every row of the ICAO table that is not irregular, and the Vietnamese letters the
 * table lacks: marks come off one by one, outermost first, so that Ǟ is Ä (AE) and Ậ is A.
 */
function spellingOf(letter: string): string | undefined {
  const capital = letter.toUpperCase()
  const special = irregular.get(capital)
  if (special !== undefined) return special
  if (/^[A-Z]+$/.test(capital)) return capital
  const parts = capital.normalize('NFD')
  return parts.length > 1 ? spellingOf(parts.slice(0, -1).normalize('NFC')) : undefined
}

function buildTable(): readonly (string | undefined)[] {
  const table = Array.from({ length: 0x2040 }, (): string | undefined => undefined)
  for (const [first, last] of latin) {
    for (let code = first; code <= last; code++) table[code] = spellingOf(String.fromCharCode(code))
  }
  for (const mark of separators) table[mark.charCodeAt(0)] = '<'
  for (const mark of silent) table[mark.charCodeAt(0)] = ''
  return table
}

/**
 * Doc 9303-3 §6.A by UTF-16 code unit: capitals A–Z for a Latin letter of either case, `<` for a separator,
 * an empty string for what is left out, undefined for everything else. Holds precomposed (NFC) letters only.
 */
export const icaoSpelling: readonly (string | undefined)[] = /* @__PURE__ */ buildTable()
