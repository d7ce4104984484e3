import { readFileSync } from 'node:fs'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { Brightness } from '../../src/pictures/brightness.ts'

const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/** Light modules around a code. */
const QUIET_ZONE = 4

/** A code of any text, drawn by another writer than ours, black on white. */
export async function drawn(text: string, scale = 4, format: 'QRCode' | 'Aztec' = 'QRCode'): Promise<Brightness> {
  const { symbol, error } = await writeBarcode(text, { format })
  if (error !== '') throw new Error(error)
  const width = (symbol.width + 2 * QUIET_ZONE) * scale
  const height = (symbol.height + 2 * QUIET_ZONE) * scale
  const values = Uint8ClampedArray.from({ length: width * height }, (_, at) => {
    const x = Math.floor((at % width) / scale) - QUIET_ZONE
    const y = Math.floor(at / width / scale) - QUIET_ZONE
    return x >= 0 && x < symbol.width ? (symbol.data[y * symbol.width + x] ?? 255) : 255
  })
  return { width, height, values }
}

/** Pictures side by side on white. */
export function sideBySide(...pictures: readonly Brightness[]): Brightness {
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0)
  const height = Math.max(...pictures.map((picture) => picture.height))
  const values = new Uint8ClampedArray(width * height).fill(255)
  let left = 0
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y += 1) {
      values.set(picture.values.subarray(y * picture.width, (y + 1) * picture.width), y * width + left)
    }
    left += picture.width
  }
  return { width, height, values }
}

/** The same picture with each pixel changed by what it was and where. */
export function changed(picture: Brightness, change: (value: number, at: number) => number): Brightness {
  return { ...picture, values: picture.values.map(change) }
}

/** A greyscale PNG. */
export function asPng(picture: Brightness): Uint8Array {
  return written(picture, (value) => [value, 255], 0)
}

/** A PNG of black alone, which lets through what is behind it where the picture is light. */
export function asTransparentPng(picture: Brightness): Uint8Array {
  return written(picture, (value) => [0, 255 - value], 6)
}

export function asJpeg(picture: Brightness, quality: number): Uint8Array {
  const { data, width, height } = rgba(picture, (value) => [value, 255])
  return jpeg.encode({ data, width, height }, quality).data
}

type Pixel = (value: number) => readonly [grey: number, alpha: number]

function written(picture: Brightness, pixel: Pixel, colorType: 0 | 6): Uint8Array {
  const { data, width, height } = rgba(picture, pixel)
  const png = new PNG({ width, height })
  png.data = data
  return PNG.sync.write(png, { colorType })
}

function rgba({ width, height, values }: Brightness, pixel: Pixel): { data: Buffer; width: number; height: number } {
  const data = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) {
    const [grey, alpha] = pixel(value)
    data.set([grey, grey, grey, alpha], index * 4)
  }
  return { data, width, height }
}
