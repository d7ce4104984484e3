import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/** What an independent reader finds in a picture file or in pixels: exactly one QR code. */
export async function readCode(
  picture: Uint8Array | ImageData,
): Promise<{ text: string; level: string; version: string }> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], textMode: 'Plain' })
  const [code] = found
  if (code === undefined || found.length > 1) throw new Error(`${found.length} codes in the picture`)
  return { text: code.text, level: code.ecLevel, version: code.version }
}

/** Modules as black and white pixels, `scale` to a module, with a quiet zone of four. */
export function pixelsOf(modules: Uint8Array, size: number, scale: number): ImageData {
  const width = (size + 8) * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let pixel = 0; pixel < width * width; pixel += 1) {
    const x = Math.floor((pixel % width) / scale) - 4
    const y = Math.floor(pixel / width / scale) - 4
    const inside = x >= 0 && y >= 0 && x < size && y < size
    if (inside && modules[y * size + x] === 1) data.fill(0, pixel * 4, pixel * 4 + 3)
  }
  return { data, width, height: width, colorSpace: 'srgb' } as ImageData
}
