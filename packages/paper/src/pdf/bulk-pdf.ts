import type { Level } from '../symbol.ts'
import { type Book, openBook } from './book.ts'
import { checkedFields, refusal } from './checked-fields.ts'
import { frame } from './frame.ts'
import { MIN_MODULE, qrSide } from './layout.ts'
import type { PassFields, PassRefusal } from './pass-fields.ts'
import { passPage } from './pass-page.ts'
import { type QrDrawing, qrDrawing } from './qr-drawing.ts'
import { documentTitle } from './words.ts'

export interface PdfOptions {
  /** Stands in the document as the time it was made; with the same fields, the same time gives the same bytes. */
  readonly createdAt: Date
  /** Side of the code without its quiet zone, 35 to 60 millimetres. Default 50. */
  readonly qrMillimetres?: number
  /** Wanted error correction of the code. Default `Q`. */
  readonly level?: Level
  /** Hours east of Greenwich of the times on the page. Default 7, Viet Nam. */
  readonly utcOffset?: number
}

/** A page that was made. */
export interface PassPrinted {
  readonly ok: true
  /** Side of a module in millimetres. */
  readonly module: number
  /** Whether a module is smaller than 0.33 mm, which many cameras do not read: print the code larger. */
  readonly isFine: boolean
}

/** A document with a page for each pass, of any length, written while it grows. */
export interface BulkPdf {
  /** Adds a page, or says why there is none; a refused pass leaves the document as it was. */
  add(pass: PassFields): PassPrinted | PassRefusal
  readonly pages: number
  /** The bytes since it was asked before: to be written to a file after each page or every few. */
  take(): Uint8Array
  /** Ends the document and gives its last bytes. @throws TypeError when it has no page */
  end(): Uint8Array
}

/**
 * Opens a document. Fonts and all that pages share are in it once, and of a page that was taken away only a few numbers
 * stay in memory.
 * @throws TypeError when the side of the code is not between 35 and 60 millimetres
 */
export function bulkPdf(options: PdfOptions): BulkPdf {
  const { createdAt, qrMillimetres = qrSide.usual, level = 'Q', utcOffset = 7 } = options
  if (!(qrMillimetres >= qrSide.min && qrMillimetres <= qrSide.max))
    throw new TypeError('the side of a QR code on paper is 35 to 60 mm')
  const book = openBook({ title: documentTitle, createdAt, frame: frame() })
  return {
    get pages() {
      return book.pages
    },
    add: (pass) => addPage(book, pass, { qrMillimetres, level, utcOffset }),
    take: () => book.take(),
    end() {
      if (book.pages === 0) throw new TypeError('a PDF document has one page at least')
      book.end()
      return book.take()
    },
  }
}

function addPage(
  book: Book,
  pass: PassFields,
  options: Required<Omit<PdfOptions, 'createdAt'>>,
): PassPrinted | PassRefusal {
  const fields = checkedFields(pass)
  if ('ok' in fields) return fields
  const qr = drawingOf(pass.text, options.level)
  if (qr === undefined) return refusal('pass.qr', 'text')
  const page = passPage(fields, qr, options)
  if ('ok' in page) return page
  book.add(page)
  const module = options.qrMillimetres / qr.size
  return { ok: true, module, isFine: module < MIN_MODULE }
}

/** Undefined for a text that no QR code holds. */
function drawingOf(text: string, level: Level): QrDrawing | undefined {
  try {
    return qrDrawing(text, { level })
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
