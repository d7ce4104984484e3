import PDFDocument from 'pdfkit'

/** What is used of a font as fontkit opens it for pdfkit. All measures are in units of the em. */
export interface OpenType {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  /** Code points that have a glyph. */
  readonly characterSet: readonly number[]
  getGlyph(id: number): { readonly advanceWidth: number }
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number }
  layout(text: string): { readonly positions: readonly { readonly xAdvance: number }[] }
  createSubset(): FontSubset
}

/** A font file in the making that holds chosen glyphs only, numbered in the order in which they were chosen. */
export interface FontSubset {
  includeGlyph(id: number): number
  encode(): Uint8Array
}

/** Opens a TrueType font. pdfkit brings fontkit along and keeps what it opened in a member its types do not name. */
export function openType(bytes: Uint8Array): OpenType {
  const document = new PDFDocument({ autoFirstPage: false, font: noFont })
  document.font(bytes)
  return (document as unknown as { readonly _font: { readonly font: OpenType } })._font.font
}

/** pdfkit opens Helvetica unless told so: its types ask for a name. */
export const noFont: string = null as unknown as string
