import { type BitLines, eightModules } from './bit-lines.ts'
import { QUIET_ZONE } from './quiet-zone.ts'
import { drawSymbol, type QrOptions } from './symbol.ts'

/**
 * Draws a text as a QR code in SVG, quiet zone included: black on white, one unit of the view box to a module,
 * no size of its own.
 * @throws TypeError as `qrMatrix` does.
 */
export function qrSvg(text: string, options: QrOptions = {}): string {
  const { lines } = drawSymbol(text, options)
  const side = lines.size + 2 * QUIET_ZONE
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path stroke="#000" d="${strokes(lines)}"/></svg>`
  )
}

/** Strokes of width 1 along the middle of each row. */
function strokes(lines: BitLines): string {
  let path = ''
  for (let y = 0; y < lines.size; y += 1) {
    path += `M${QUIET_ZONE} ${y + QUIET_ZONE}.5`
    for (let x = 0; x < lines.size; x += 8) path += strokesOfEight[eightModules(lines, x, y)] ?? ''
  }
  return path
}

/** Pen movements over eight modules, the leftmost in the lowest bit: `h` draws dark ones, `m` passes light ones. */
const strokesOfEight: readonly string[] = Array.from({ length: 256 }, (_, eight) => {
  const leftToRight = eight.toString(2).padStart(8, '0').split('').reverse().join('')
  return leftToRight.replace(/0+|1+/g, (run) => (run.startsWith('1') ? `h${run.length}` : `m${run.length} 0`))
})
