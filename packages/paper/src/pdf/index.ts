export { type BulkPdf, bulkPdf, type PassPrinted, type PdfOptions } from './bulk-pdf.ts'
export type { Bilingual, PassField, PassFields, PassRefusal } from './pass-fields.ts'
export { type PassPdf, passPdf } from './pass-pdf.ts'
