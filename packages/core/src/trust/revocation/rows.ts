/**
 * Compares `width` bytes of two tables as unsigned numbers: negative, zero or positive.
 * All of them must be there.
 */
export function compareAt(left: Uint8Array, leftAt: number, right: Uint8Array, rightAt: number, width: number): number {
  for (let index = 0; index < width; index += 1) {
    const difference = (left[leftAt + index] as number) - (right[rightAt + index] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether a table of rows of `width` bytes, sorted as unsigned numbers, holds the first `width` bytes of the key. */
export function hasRow(table: Uint8Array, width: number, key: Uint8Array): boolean {
  let low = 0
  let high = table.length / width
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = compareAt(table, middle * width, key, 0, width)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle
  }
  return false
}

/** Whether each row is greater than the one before. */
export function isAscending(table: Uint8Array, width: number): boolean {
  for (let at = width; at < table.length; at += width) {
    if (compareAt(table, at - width, table, at, width) >= 0) return false
  }
  return true
}

/** The rows in ascending order, each once. */
export function sortedRows(rows: readonly Uint8Array[], width: number): readonly Uint8Array[] {
  const sorted = rows.toSorted((left, right) => compareAt(left, 0, right, 0, width))
  return sorted.filter((row, index) => {
    const before = sorted[index - 1]
    return before === undefined || compareAt(before, 0, row, 0, width) !== 0
  })
}

/** The rows of a table, as views of it. */
export function rowsOf(table: Uint8Array, width: number): readonly Uint8Array[] {
  return Array.from({ length: table.length / width }, (_, row) => table.subarray(row * width, (row + 1) * width))
}

/** One table of rows that are `width` bytes long. */
export function tableOf(rows: readonly Uint8Array[], width: number): Uint8Array {
  const table = new Uint8Array(rows.length * width)
  for (const [index, row] of rows.entries()) table.set(row.subarray(0, width), index * width)
  return table
}
