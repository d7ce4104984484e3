import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, type WriteResult, type WriterOptions, writeBarcode } from 'zxing-wasm/writer'
import { qrPng } from '../../../packages/paper/src/index.ts'

/** What kind of symbol a code is printed as. */
export type Symbology = 'qr' | 'aztec'

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/

/** A picture of a code in PNG: certificates as our own paper draws them, everything else by another hand. */
export async function samplePicture(text: string, symbology: Symbology): Promise<Uint8Array> {
  if (symbology === 'qr' && ALPHANUMERIC.test(text)) return qrPng(text, { scale: 6 })
  const { image, error } = await write(text, symbology, { scale: 6 })
  if (image === null) throw new Error(`cannot draw a sample: ${error}`)
  return new Uint8Array(await image.arrayBuffer())
}

/** The modules of any code without its quiet zone, row by row, 1 = dark. */
export async function sampleModules(text: string, symbology: Symbology): Promise<SampleModules> {
  const { symbol } = await write(text, symbology, { scale: 1, addQuietZones: false })
  return { size: symbol.width, modules: Uint8Array.from(symbol.data, (level) => (level < 128 ? 1 : 0)) }
}

export interface SampleModules {
  readonly size: number
  readonly modules: Uint8Array
}

function write(text: string, symbology: Symbology, options: WriterOptions): Promise<WriteResult> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  return writeBarcode(text, { format: symbology === 'qr' ? 'QRCode' : 'Aztec', ...options })
}
