/** A square of modules as bits, 32 to a word, once by rows and once by columns: bit `i & 31` of word `i >>> 5`. */
export interface BitLines {
  readonly size: number
  /** Words in each line; the unused bits of a line's last word are zero. */
  readonly words: number
  readonly rows: Int32Array
  readonly columns: Int32Array
}

/** A square without a dark module. */
export function emptyLines(size: number): BitLines {
  const words = (size + 31) >>> 5
  return { size, words, rows: new Int32Array(size * words), columns: new Int32Array(size * words) }
}

/** Packs a square of 0 and 1 that lies row by row. */
export function packLines(modules: Uint8Array, size: number): BitLines {
  const lines = emptyLines(size)
  pack(modules, lines, lines.rows, { step: 1, nextLine: size })
  pack(modules, lines, lines.columns, { step: size, nextLine: 1 })
  return lines
}

/** `into` becomes the exclusive or of two squares of its size. */
export function xorLines(into: BitLines, a: BitLines, b: BitLines): void {
  xorWords(into.rows, a.rows, b.rows)
  xorWords(into.columns, a.columns, b.columns)
}

/** Eight modules of a row from a multiple of eight on, the leftmost in the lowest bit; zeros beyond the square. */
export function eightModules({ words, rows }: BitLines, x: number, y: number): number {
  return (wordAt(rows, y * words + (x >>> 5)) >>> (x & 31)) & 0xff
}

/** The square as 0 and 1, row by row. */
export function unpackRows(lines: BitLines): Uint8Array {
  const { size } = lines
  const modules = new Uint8Array(size * size)
  for (let y = 0, at = 0; y < size; y += 1) {
    for (let x = 0, eight = 0; x < size; x += 1, at += 1, eight >>>= 1) {
      if ((x & 7) === 0) eight = eightModules(lines, x, y)
      modules[at] = eight & 1
    }
  }
  return modules
}

/** The word at an index; zero outside the lines. */
export function wordAt(words: Int32Array, index: number): number {
  return words[index] ?? 0
}

function pack(
  modules: Uint8Array,
  { size, words }: BitLines,
  into: Int32Array,
  { step, nextLine }: { step: number; nextLine: number },
): void {
  for (let line = 0; line < size; line += 1) {
    for (let word = 0; word < words; word += 1) {
      const end = Math.min(32, size - word * 32)
      let at = line * nextLine + word * 32 * step
      let bits = 0
      for (let bit = 0; bit < end; bit += 1, at += step) bits |= (modules[at] ?? 0) << bit
      into[line * words + word] = bits
    }
  }
}

function xorWords(into: Int32Array, a: Int32Array, b: Int32Array): void {
  for (let index = 0; index < into.length; index += 1) into[index] = wordAt(a, index) ^ wordAt(b, index)
}
