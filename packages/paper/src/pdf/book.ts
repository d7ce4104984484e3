import PDFDocument from 'pdfkit'
import { embedFont } from './embedded-font.ts'
import { face } from './face.ts'
import { noFont } from './open-type.ts'
import { newObject, type Pdf, type PdfObject, putObject, writeObject } from './pdf-object.ts'
import type { Piece } from './pieces.ts'
import { writePieces } from './structure.ts'

/** A document that grows page by page. What is written of it may be taken away at any time. */
export interface Book {
  /** Adds an A4 page. */
  add(pieces: readonly Piece[]): void
  readonly pages: number
  /** The bytes since it was asked before. */
  take(): Uint8Array
  /** Ends the document, which has one page at least; the last bytes are still to be taken. */
  end(): void
}

export interface BookOptions {
  readonly title: string
  readonly createdAt: Date
  /** Operators drawn on every page, and not read out. */
  readonly frame: string
}

/** Opens a document after PDF/A-2a (ISO 19005-2): tagged, everything embedded, all text as Unicode. */
export function openBook({ title, createdAt, frame }: BookOptions): Book {
  const pdf = newDocument(title, createdAt)
  const resources = { R: embedFont(pdf, face('regular'), 'VAXREG'), B: embedFont(pdf, face('bold'), 'VAXBLD') }
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 595.28, 841.89], Resources: {} }
  const drawn = putObject(pdf, form, new TextEncoder().encode(frame))
  const body = newObject(pdf)
  const sections: PdfObject[] = []
  const parents: PdfObject[] = []
  return {
    get pages() {
      return sections.length
    },
    add(pieces) {
      const dictionary = beginPage(pdf, resources, drawn, sections.length)
      const { section, owners } = writePieces(pdf, { body, page: dictionary }, pieces)
      sections.push(section)
      parents.push(putObject(pdf, owners))
      pdf.flushPages()
      dictionary.data = {}
    },
    take: () => (pdf.read() as Uint8Array | null) ?? new Uint8Array(),
    end() {
      endStructure(pdf, body, sections, parents)
      pdf.end()
    },
  }
}

function newDocument(title: string, createdAt: Date): Pdf {
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: noFont,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: title, Producer: 'vaxcert', Creator: 'vaxcert', CreationDate: createdAt },
  })
}

/** Begins a page, draws the frame, and gives the page's object. */
function beginPage(pdf: Pdf, fonts: object, frame: PdfObject, number: number): PdfObject {
  pdf.addPage()
  Object.assign(pdf.page.fonts, fonts)
  Object.assign(pdf.page.xobjects, { Frame: frame })
  Object.assign(pdf.page.dictionary.data, { StructParents: number })
  pdf.addContent('/Artifact BMC\n/Frame Do\nEMC')
  return pdf.page.dictionary as unknown as PdfObject
}

/** The tree of all pages, and the way back from their content to it (ISO 32000-1 §14.7.4.4). */
function endStructure(pdf: Pdf, body: PdfObject, sections: readonly PdfObject[], parents: readonly PdfObject[]): void {
  const root = pdf.getStructTreeRoot() as unknown as PdfObject
  writeObject(body, { S: 'Document', P: root, K: sections })
  const parentTree = putObject(pdf, { Nums: parents.flatMap((owners, number) => [number, owners]) })
  root.data = { Type: 'StructTreeRoot', K: [body], ParentTree: parentTree, ParentTreeNextKey: parents.length }
}
