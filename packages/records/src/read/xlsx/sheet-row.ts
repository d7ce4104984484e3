import { attribute, nextChild, prefixOf, textOfRuns, xmlText } from './xml.ts'

/** A row of a sheet, its cells as text by column; '' where there is none. */
export interface SheetRow {
  /** Number that the sheet shows, from 1; undefined where the row does not say. */
  readonly number: number | undefined
  readonly cells: readonly string[]
  /** Whether something stands beyond the last column that is read. */
  readonly isTooWide: boolean
}

/** Reads a `row` element (ECMA-376 §18.3.1.73). */
export function readSheetRow(raw: string, shared: readonly string[], mostCells: number): SheetRow {
  const prefix = prefixOf(raw)
  const tagEnd = raw.indexOf('>')
  const cells: string[] = []
  let isTooWide = false
  let column = 0
  for (let cell = nextChild(raw, `${prefix}c`, tagEnd); cell; cell = nextChild(raw, `${prefix}c`, cell.end)) {
    column = columnOf(cell.tag) ?? column
    const text = cellText(cell.tag, cell.inner, prefix, shared)
    if (column < mostCells) setCell(cells, column, text)
    else if (text !== '') isTooWide = true
    column += 1
  }
  return { number: rowNumber(raw.slice(0, tagEnd)), cells, isTooWide }
}

function rowNumber(tag: string): number | undefined {
  const number = Number(attribute(tag, 'r'))
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

function setCell(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = text
}

const cellReference = /\sr="([A-Z]{1,3})\d+"/

/** "C7" → 2. */
function columnOf(tag: string): number | undefined {
  const letters = cellReference.exec(tag)?.[1]
  if (letters === undefined) return undefined
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column - 1
}

/**
 * A cell as text (ECMA-376 §18.3.1.4). Of a formula its last result; where it has none, the formula itself, which no
 * rule takes for a value. Dates stay the numbers they are.
 */
function cellText(tag: string, inner: string, prefix: string, shared: readonly string[]): string {
  if (inner === '') return ''
  const type = attribute(tag, 't')
  if (type === 'inlineStr') return textOfRuns(inner, prefix)
  const value = nextChild(inner, `${prefix}v`, 0)?.inner
  if (value === undefined || value === '') return formulaText(inner, prefix)
  if (type === 's') return shared[Number(value)] ?? '\uFFFD'
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return type === undefined || type === 'n' ? numberText(value) : xmlText(value)
}

function formulaText(inner: string, prefix: string): string {
  const formula = nextChild(inner, `${prefix}f`, 0)?.inner ?? ''
  return formula === '' ? '' : `=${xmlText(formula)}`
}

/**
 * A number as its digits where the sheet holds all of them: 7.9190001234E10 is 79190001234. 7.9E+10 stays as it is:
 * digits are lost, and a rule says so.
 */
export function numberText(value: string): string {
  const text = value.trim()
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]\+?(\d{1,3}))?$/.exec(text) ?? []
  if (whole === '') return xmlText(text)
  const shift = Number(exponent ?? 0)
  if (exponent === undefined) return /^0*$/.test(fraction) ? sign + whole : text
  return fraction.length === shift || (fraction.length > shift && /^0*$/.test(fraction.slice(shift)))
    ? sign + whole + fraction.slice(0, shift)
    : text
}
