import { face, type Weight } from './face.ts'
import { cellLine, type TextLine, textLine } from './text-line.ts'

/** Points (1/72 inch) to a millimetre. */
export const MM: number = 72 / 25.4

/** Distance of two baselines, by size. */
export const LEADING = 1.28

/** How a text looks: size in points, grey from 0 (black) to 1. */
export interface Style {
  readonly weight: Weight
  readonly size: number
  readonly grey?: number
}

/** Where a text begins, in points from the upper left corner; `y` is its baseline. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Operators that show a text. Grey is DeviceGray: on a press that is the black ink alone. */
export function show(text: string, style: Style, place: Place): string {
  return showLine(textLine(face(style.weight), text), style, place)
}

/** Lines set as on a typewriter; who copies them gets `text`, without gaps and line ends. */
export function showCells(text: string, lines: readonly string[], style: Style, place: Place, cell: number): string {
  const shown = lines.map((line, index) =>
    showLine(cellLine(face(style.weight), line, cell), style, { ...place, y: place.y + index * style.size * LEADING }),
  )
  return `/Span <</ActualText ${hexString(text)}>> BDC\n${shown.join('')}EMC\n`
}

/** Content in English on a page that is Vietnamese. */
export function inEnglish(content: string): string {
  return `/Span <</Lang (en)>> BDC\n${content}EMC\n`
}

/** A number as operators take it: no exponent, at most three decimals. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function showLine({ glyphs }: TextLine, { weight, size, grey = 0 }: Style, { x, y }: Place): string {
  const font = weight === 'bold' ? '/B' : '/R'
  return `BT ${font} ${number(size)} Tf ${number(grey)} g 1 0 0 -1 ${number(x)} ${number(y)} Tm ${glyphs} TJ ET\n`
}

/** A text within operators: UTF-16 with its byte order mark, as hex (ISO 32000-1 §7.3.4.3, §7.9.2.2). */
function hexString(text: string): string {
  return `<FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`
}
