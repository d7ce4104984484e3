import type { Random } from './random.ts'

/** How light a wooden desk is at a pixel, 0 to 1: grain and blotches. */
export type Desk = (x: number, y: number) => number

const CELLS = 64

export function woodenDesk(random: Random): Desk {
  const grid = Float32Array.from({ length: CELLS * CELLS }, random)
  return (x, y) => 0.32 + 0.18 * noise(grid, x / 90, y / 14) + 0.14 * noise(grid, x / 7, y / 3)
}

/** Value noise, smooth between the points of a grid that repeats. */
function noise(grid: Float32Array, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const [across, down] = [smooth(x - column), smooth(y - row)]
  const top = point(grid, column, row) * (1 - across) + point(grid, column + 1, row) * across
  const bottom = point(grid, column, row + 1) * (1 - across) + point(grid, column + 1, row + 1) * across
  return top * (1 - down) + bottom * down
}

function point(grid: Float32Array, column: number, row: number): number {
  return grid[(row & (CELLS - 1)) * CELLS + (column & (CELLS - 1))] ?? 0
}

function smooth(part: number): number {
  return part * part * (3 - 2 * part)
}
