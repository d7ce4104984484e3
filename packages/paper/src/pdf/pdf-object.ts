import type PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>

/** What an object may hold: strings are names, bytes are strings (ISO 32000-1 §7.3). */
export type PdfValue = string | number | boolean | Uint8Array | PdfObject | readonly PdfValue[] | PdfDictionary
export interface PdfDictionary {
  readonly [key: string]: PdfValue
}

/** An indirect object, which may be referred to before it is written. */
export interface PdfObject {
  data: PdfValue
  write(chunk: Uint8Array): void
  end(): void
}

/** Announces an object. */
export function newObject(pdf: Pdf, data: PdfValue = {}): PdfObject {
  return pdf.ref(data as object) as unknown as PdfObject
}

/** Writes an object, and forgets what is in it: only its number stays in memory. */
export function writeObject(object: PdfObject, data: PdfValue = object.data): PdfObject {
  object.data = data
  object.end()
  object.data = {}
  return object
}

/** Announces and writes an object; with bytes, as a stream. */
export function putObject(pdf: Pdf, data: PdfValue, stream?: Uint8Array): PdfObject {
  const object = newObject(pdf, data)
  if (stream !== undefined) object.write(stream)
  return writeObject(object)
}

/** A text in UTF-16 with its byte order mark (ISO 32000-1 §7.9.2.2). */
export function textString(text: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length))
  view.setUint16(0, 0xfeff)
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at))
  return new Uint8Array(view.buffer)
}
