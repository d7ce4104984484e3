import { deflate } from 'pako'
import { readFont } from '#font-files'
import { type OpenType, openType } from './open-type.ts'

/** A font as it lies in every document: the same glyphs under the same numbers, so that what was set once can be used again. */
export interface Face {
  readonly font: OpenType
  /** The TrueType file with the glyphs of its characters, as a zlib stream. */
  readonly file: Uint8Array
  readonly fileLength: number
  /** By glyph number, in thousandths of the em. */
  readonly widths: readonly number[]
  /** By glyph number. */
  readonly characters: readonly number[]
  /** Glyph of a character; undefined where there is none. */
  glyphOf(codePoint: number): Glyph | undefined
  /** How far two neighbours move apart, in thousandths of the em; mostly negative. */
  kerning(left: number, right: number): number
}

export interface Glyph {
  /** Its number as four hexadecimal digits. */
  readonly code: string
  /** In thousandths of the em. */
  readonly width: number
}

export type Weight = 'regular' | 'bold'

const opened = new Map<Weight, Face>()

/** Opened once, in about a fifth of a second. */
export function face(weight: Weight): Face {
  const known = opened.get(weight)
  if (known !== undefined) return known
  const made = makeFace(openType(readFont(weight)))
  opened.set(weight, made)
  return made
}

/** Letters, figures and signs; no controls, and no marks that would need to be placed over a letter. */
const printable = /^[^\p{C}\p{M}\p{Zl}\p{Zp}]$/u

function makeFace(font: OpenType): Face {
  const subset = font.createSubset()
  const [widths, characters, glyphs] = [[font.getGlyph(0).advanceWidth], [0], new Map<number, Glyph>()]
  for (const codePoint of font.characterSet) {
    if (!printable.test(String.fromCodePoint(codePoint))) continue
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    const glyph = subset.includeGlyph(id)
    const width = perMille(font, advanceWidth)
    glyphs.set(codePoint, { code: glyph.toString(16).padStart(4, '0'), width })
    widths[glyph] = width
    characters[glyph] ??= codePoint
  }
  const file = subset.encode()
  return {
    font,
    file: deflate(file, { level: 9 }),
    fileLength: file.length,
    widths,
    characters,
    glyphOf: (codePoint) => glyphs.get(codePoint),
    kerning: kerningOf(font),
  }
}

/**
 * Pairs of characters, some thousands in practice: asked for once each, for fontkit is slow. Two that would melt into
 * one glyph stay apart.
 */
function kerningOf(font: OpenType): Face['kerning'] {
  const pairs = new Map<number, number>()
  return (left, right) => {
    const key = left * 0x10000 + right
    const known = pairs.get(key)
    if (known !== undefined) return known
    const [first, second] = font.layout(String.fromCodePoint(left, right)).positions
    const isPair = first !== undefined && second !== undefined
    const found = isPair ? perMille(font, first.xAdvance - font.glyphForCodePoint(left).advanceWidth) : 0
    pairs.set(key, found)
    return found
  }
}

function perMille({ unitsPerEm }: OpenType, units: number): number {
  return (units * 1000) / unitsPerEm
}
