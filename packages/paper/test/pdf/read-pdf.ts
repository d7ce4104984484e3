import { inflateSync } from 'node:zlib'

/** One object of a document: its dictionary as written, and its stream unpacked. */
export interface ReadObject {
  readonly number: number
  readonly dictionary: string
  readonly stream: Buffer
}

/** A document taken apart by its own cross-reference table. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, ReadObject>
  readonly trailer: string
  /** Content of the pages, in order. */
  readonly contents: readonly string[]
}

/** Fails when an entry of the table does not lead to its object. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  if (!text.startsWith('xref\n0 ', table)) throw new Error('no cross-reference table where the trailer says')
  const entries = text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)
  const objects = Array.from(entries, ([, offset], index) => readObject(file, text, Number(offset), index + 1))
  const found = new Map(objects.map((object) => [object.number, object]))
  const pages = objects.filter(({ dictionary }) => /\/Type \/Page\n/.test(dictionary))
  const contents = pages.map(({ dictionary }) => {
    return found.get(Number(/\/Contents (\d+)/.exec(dictionary)?.[1]))?.stream.toString('latin1') ?? ''
  })
  return { objects: found, trailer: text.slice(table), contents }
}

function readObject(file: Buffer, text: string, offset: number, number: number): ReadObject {
  if (!text.startsWith(`${number} 0 obj\n`, offset)) throw new Error(`object ${number} is not where the table says`)
  const end = text.indexOf('\nendobj', offset)
  const stream = text.indexOf('\nstream\n', offset)
  const start = text.indexOf('\n', offset) + 1
  if (stream < 0 || stream > end) return { number, dictionary: text.slice(start, end), stream: Buffer.alloc(0) }
  const dictionary = text.slice(start, stream + 1)
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
  const data = file.subarray(stream + 8, stream + 8 + length)
  return { number, dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(data) : data }
}
