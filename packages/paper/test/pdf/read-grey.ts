/** A greyscale picture in PGM of eight bits, as poppler writes it. */
export function readGrey(pgm: Uint8Array): {
  readonly width: number
  readonly height: number
  dark(x: number, y: number): boolean
} {
  const head = /^P5\n(\d+) (\d+)\n255\n/.exec(Buffer.from(pgm.subarray(0, 40)).toString('latin1'))
  if (head === null) throw new Error('not a greyscale picture of eight bits')
  const [width, height] = [Number(head[1]), Number(head[2])]
  return { width, height, dark: (x, y) => (pgm[head[0].length + y * width + x] ?? 255) < 200 }
}
