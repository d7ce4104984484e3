import { bulkPdf, type PassPrinted, type PdfOptions } from './bulk-pdf.ts'
import type { PassFields, PassRefusal } from './pass-fields.ts'

/** A document of one page. */
export interface PassPdf extends PassPrinted {
  readonly bytes: Uint8Array
}

/**
 * One pass as a PDF/A-2a document of one A4 page, or why there is none.
 * @throws TypeError as `bulkPdf` does
 */
export function passPdf(pass: PassFields, options: PdfOptions): PassPdf | PassRefusal {
  const pdf = bulkPdf(options)
  const printed = pdf.add(pass)
  return printed.ok ? { ...printed, bytes: pdf.end() } : printed
}
