import type { Face, Glyph } from './face.ts'

/** One line of text, ready to be shown in any size. */
export interface TextLine {
  /** Operand of TJ (ISO 32000-1 §9.4.3). */
  readonly glyphs: string
  /** In thousandths of the em. */
  readonly width: number
}

/** Whether the font has a glyph for each character; controls, format characters and loose marks have none. */
export function canShow({ glyphOf }: Face, text: string): boolean {
  return Array.from(text).every((character) => glyphOf(character.codePointAt(0) ?? 0) !== undefined)
}

/** Sets a text with its kerning. The font must have every character: see `canShow`. */
export function textLine(face: Face, text: string): TextLine {
  let [glyphs, width, before] = ['[<', 0, 0]
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const kerning = before === 0 ? 0 : face.kerning(before, codePoint)
    const glyph = glyphOf(face, codePoint)
    glyphs += kerning === 0 ? glyph.code : `>${-kerning}<${glyph.code}`
    width += kerning + glyph.width
    before = codePoint
  }
  return { glyphs: `${glyphs}>]`, width }
}

/** Sets each character in the middle of a cell, as on a typewriter. */
export function cellLine(face: Face, text: string, cell: number): TextLine {
  const characters = Array.from(text)
  const glyphs = characters.map((character) => {
    const { code, width } = glyphOf(face, character.codePointAt(0) ?? 0)
    const margin = (cell - width) / 2
    return `${-margin}<${code}>${-margin}`
  })
  return { glyphs: `[${glyphs.join(' ')}]`, width: cell * characters.length }
}

/** The text over as many lines as it needs; a word that is longer than a line is broken where it must. */
export function wrap(face: Face, text: string, limit: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((word) => breakWord(face, word, limit))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textLine(face, longer).width > limit) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function breakWord(face: Face, word: string, limit: number): readonly string[] {
  if (textLine(face, word).width <= limit) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && textLine(face, part + character).width > limit) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

function glyphOf(face: Face, codePoint: number): Glyph {
  const glyph = face.glyphOf(codePoint)
  if (glyph === undefined) throw new TypeError('the font has no glyph for a character')
  return glyph
}

/** A code over lines of at most `limit` characters, cut behind a separator where there is one. */
export function codeLines(code: string, limit: number): readonly string[] {
  const lines: string[] = []
  for (let rest = code; rest !== ''; rest = rest.slice(lines.at(-1)?.length)) {
    const line = rest.slice(0, limit)
    const cut = rest.length > limit ? line.search(/[:/#][^:/#]*$/) + 1 : 0
    lines.push(cut > 0 ? line.slice(0, cut) : line)
  }
  return lines
}
