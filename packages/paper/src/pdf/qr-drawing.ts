import { qrMatrix } from '../qr.ts'
import type { QrOptions } from '../symbol.ts'
import { number, type Place } from './pen.ts'

/** A QR symbol as one path of rectangles. */
export interface QrDrawing {
  /** Modules on a side, without the quiet zone. */
  readonly size: number
  /** Operators that fill it. */
  draw(corner: Place, side: number): string
}

/**
 * Every run of dark modules in a row is a rectangle, and all of them are filled as one path: no viewer shows seams.
 * @throws TypeError as `qrMatrix` does
 */
export function qrDrawing(text: string, options: QrOptions): QrDrawing {
  const { size, modules } = qrMatrix(text, options)
  let path = ''
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (modules[y * size + x] !== 1) continue
      const start = x
      while (x < size && modules[y * size + x] === 1) x += 1
      path += `${start} ${y} ${x - start} 1 re\n`
    }
  }
  return {
    size,
    draw(corner, side) {
      const scale = number6(side / size)
      return `q ${scale} 0 0 ${scale} ${number(corner.x)} ${number(corner.y)} cm 0 g\n${path}f Q\n`
    },
  }
}

/** The scale is multiplied by up to 177: three decimals would be seen. */
function number6(value: number): string {
  return value.toFixed(6)
}
