// Draws the app's icons anew: npm run -s ts -- apps/verifier/serve/icons.ts
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number, alpha: number]
type Point = readonly [x: number, y: number]

const NOTHING: Colour = [0, 0, 0, 0]
const SEA: Colour = [11, 61, 92, 255]
const PAPER: Colour = [255, 255, 255, 255]
const LEAF: Colour = [22, 128, 78, 255]

/** The drawing is 100 wide and 100 high; `scale` shrinks what stands on the ground. */
const shield: readonly Point[] = [
  [50, 14],
  [80, 24],
  [80, 50],
  [77, 61],
  [71, 70],
  [62, 79],
  [50, 86],
  [38, 79],
  [29, 70],
  [23, 61],
  [20, 50],
  [20, 24],
]
const tick: readonly Point[] = [
  [35, 51],
  [46, 62],
  [66, 38],
]
const TICK_WIDTH = 8.5

/** Samples in each direction of a pixel. */
const FINE = 4

const icons = [
  { name: 'icon-192', size: 192, corner: 20, scale: 1 },
  { name: 'icon-512', size: 512, corner: 20, scale: 1 },
  // Systems cut a maskable icon to a shape of theirs: all that matters lies within 80 of 100.
  { name: 'maskable-512', size: 512, corner: 0, scale: 0.8 },
] as const

for (const icon of icons) {
  const path = fileURLToPath(new URL(`../public/icons/${icon.name}.png`, import.meta.url))
  writeFileSync(path, draw(icon))
  console.log(path.replace(/.*\//, ''))
}

/** A PNG of 8 bits to a channel, every line unfiltered (ISO/IEC 15948). */
function draw({ size, corner, scale }: (typeof icons)[number]): Buffer {
  const lines = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => pixel([x, y], size, corner, scale)).flat(),
  ])
  const header = Buffer.from([0, 0, size >> 8, size & 255, 0, 0, size >> 8, size & 255, 8, 6, 0, 0, 0])
  const data = deflateSync(Buffer.from(lines.flat()), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

function pixel([x, y]: Point, size: number, corner: number, scale: number): readonly number[] {
  const samples = Array.from({ length: FINE * FINE }, (_, index) => {
    const at = (pixel: number, step: number) => ((pixel + (step + 0.5) / FINE) * 100) / size
    return colourAt([at(x, index % FINE), at(y, Math.floor(index / FINE))], corner, scale)
  })
  const alpha = samples.reduce((sum, colour) => sum + colour[3], 0)
  const mean = (part: 0 | 1 | 2) => samples.reduce((sum, colour) => sum + colour[part] * colour[3], 0) / (alpha || 1)
  return [mean(0), mean(1), mean(2), alpha / samples.length].map(Math.round)
}

function colourAt([x, y]: Point, corner: number, scale: number): Colour {
  if (!inRoundedSquare([x, y], corner)) return NOTHING
  const inner: Point = [50 + (x - 50) / scale, 50 + (y - 50) / scale]
  if (distanceToLine(inner, tick) <= TICK_WIDTH / 2) return LEAF
  return isInside(inner, shield) ? PAPER : SEA
}

function inRoundedSquare([x, y]: Point, corner: number): boolean {
  const beyond = (value: number) => Math.max(0, Math.abs(value - 50) - (50 - corner))
  return Math.hypot(beyond(x), beyond(y)) <= corner || corner === 0
}

/** Even and odd: how many edges lie to the right. */
function isInside([x, y]: Point, polygon: readonly Point[]): boolean {
  return (
    polygon.filter(([ax, ay], index) => {
      const [bx, by] = polygon[(index + 1) % polygon.length] as Point
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)
    }).length %
      2 ===
    1
  )
}

function distanceToLine(point: Point, line: readonly Point[]): number {
  return Math.min(...line.slice(1).map((end, index) => distance(point, line[index] as Point, end)))
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}
