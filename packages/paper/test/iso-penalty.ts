/** The penalty of ISO/IEC 18004:2015 §7.8.3.1, read module by module: slow, and written apart from `src/penalty.ts`. */
export function isoPenalty(modules: Uint8Array, size: number): number {
  const rows = Array.from({ length: size }, (_, y) => Array.from(modules.subarray(y * size, (y + 1) * size)).join(''))
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''))
  const lines = [...rows, ...columns]
  return sum(lines.map(adjacent)) + 3 * blocks(rows) + 40 * sum(lines.map(finders)) + 10 * balance(rows)
}

function adjacent(line: string): number {
  return sum((line.match(/0{5,}|1{5,}/g) ?? []).map((run) => 3 + run.length - 5))
}

function blocks(rows: readonly string[]): number {
  const pairs = rows.slice(1).flatMap((row, y) => {
    return Array.from({ length: row.length - 1 }, (_, x) => row.slice(x, x + 2) + rows[y]?.slice(x, x + 2))
  })
  return pairs.filter((block) => block === '0000' || block === '1111').length
}

function finders(line: string): number {
  return line.match(/(?=10111010000)|(?=00001011101)/g)?.length ?? 0
}

function balance(rows: readonly string[]): number {
  const all = rows.join('')
  const share = (all.replaceAll('0', '').length / all.length) * 100
  return Math.floor(Math.abs(share - 50) / 5)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
