import { readFileSync } from 'node:fs'
import { prepareZXingModule, purgeZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import { unreadable } from './picture-kind.ts'

/** QR and Aztec as hcert §4.2.2 allows; the text as it stands in the code. */
const options: ReaderOptions = { formats: ['QRCode', 'Aztec'], textMode: 'Plain' }

let wasmBinary: ArrayBuffer | undefined

/**
 * The texts of all QR and Aztec codes in a PNG or JPEG, or in pixels. Works without a network.
 * @throws Fault `picture.unreadable`
 */
export async function readCodes(picture: Uint8Array | ImageData): Promise<readonly string[]> {
  prepare()
  const found = await readBarcodes(picture, options).catch((error: unknown) => {
    purgeZXingModule()
    throw unreadable('the reader gave up', error)
  })
  if (found.some(({ isValid }) => !isValid)) throw unreadable('it cannot be unpacked')
  return found.map(({ text }) => text)
}

/** Hands the reader its WebAssembly, which it would load from a network otherwise. */
function prepare(): void {
  wasmBinary ??= new Uint8Array(readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))))
    .buffer
  prepareZXingModule({ overrides: { wasmBinary } })
}
