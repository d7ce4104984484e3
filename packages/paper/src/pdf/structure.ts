import {
  newObject,
  type Pdf,
  type PdfDictionary,
  type PdfObject,
  putObject,
  textString,
  writeObject,
} from './pdf-object.ts'
import type { Branch, Leaf, Piece } from './pieces.ts'

/** Where pieces belong: the document's body, and the page they are drawn on. */
export interface Home {
  readonly body: PdfObject
  readonly page: PdfObject
}

/** What became of a page: its section, and by number of marked content, the element that owns it. */
export interface WrittenPage {
  readonly section: PdfObject
  readonly owners: readonly PdfObject[]
}

/** Draws the pieces on the current page and writes their structure elements (ISO 32000-1 §14.7.2). */
export function writePieces(pdf: Pdf, { body, page }: Home, pieces: readonly Piece[]): WrittenPage {
  const owners: PdfObject[] = []
  const content: string[] = []
  const section = writeBranch({ type: 'Sect', pieces }, body)
  pdf.addContent(content.join(''))
  return { section, owners }

  function writeBranch(branch: Branch, parent: PdfObject): PdfObject {
    const object = newObject(pdf)
    const children = branch.pieces.map((piece) => write(piece, object))
    return writeObject(object, { S: branch.type, P: parent, K: children })
  }

  function write(piece: Piece, parent: PdfObject): PdfObject {
    return 'pieces' in piece ? writeBranch(piece, parent) : writeLeaf(piece, parent)
  }

  function writeLeaf(leaf: Leaf, parent: PdfObject): PdfObject {
    const number = owners.length
    content.push(`/${leaf.type} <</MCID ${number}>> BDC\n${leaf.content}EMC\n`)
    const owner = putObject(pdf, { S: leaf.type, P: parent, Pg: page, K: number, ...attributes(leaf) })
    owners.push(owner)
    return owner
  }
}

function attributes({ type, alt, box }: Leaf): PdfDictionary {
  return {
    ...(type === 'TH' ? { A: { O: 'Table', Scope: 'Row' } } : {}),
    ...(box === undefined ? {} : { A: { O: 'Layout', Placement: 'Block', BBox: box } }),
    ...(alt === undefined ? {} : { Alt: textString(alt) }),
  }
}
