import type { Face } from './face.ts'
import { type Pdf, type PdfObject, putObject } from './pdf-object.ts'

const ascii = new TextEncoder()

/** Writes a face into a document as a composite font whose codes are its glyph numbers (ISO 32000-1 §9.7). */
export function embedFont(pdf: Pdf, face: Face, tag: string): PdfObject {
  const name = `${tag}+${face.font.postscriptName}`
  const descendant = putObject(pdf, {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: ascii.encode('Adobe'), Ordering: ascii.encode('Identity'), Supplement: 0 },
    CIDToGIDMap: 'Identity',
    FontDescriptor: descriptor(pdf, face, name),
    W: [0, face.widths],
  })
  return putObject(pdf, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: putObject(pdf, {}, ascii.encode(toUnicode(face.characters))),
  })
}

/** Symbolic: its glyphs are chosen by number, by no encoding of Latin. */
const SYMBOLIC = 4

function descriptor(pdf: Pdf, { font, file, fileLength }: Face, name: string): PdfObject {
  const perMille = (units: number) => (units * 1000) / font.unitsPerEm
  const { minX, minY, maxX, maxY } = font.bbox
  return putObject(pdf, {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: [minX, minY, maxX, maxY].map(perMille),
    ItalicAngle: 0,
    Ascent: perMille(font.ascent),
    Descent: perMille(font.descent),
    CapHeight: perMille(font.capHeight),
    XHeight: perMille(font.xHeight),
    StemV: 80,
    FontFile2: putObject(pdf, { Filter: 'FlateDecode', Length1: fileLength }, file),
  })
}

/** Most lines of one block (Adobe technical note 5411). */
const BLOCK = 100

/** Which character each glyph stands for, so that what is copied is what was written. */
function toUnicode(characters: readonly number[]): string {
  const lines = characters.map((character, glyph) => `<${hex(glyph)}> <${hex(character)}>`).slice(1)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += BLOCK) {
    const block = lines.slice(at, at + BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

/** All characters of the font lie in the basic plane. */
function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}
