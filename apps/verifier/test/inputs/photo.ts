import { drawCode } from './draw-code.ts'

interface Photo {
  readonly width: number
  readonly height: number
  /** Pixels to a module. */
  readonly scale: number
  /** Of the lens, in pixels. */
  readonly blur?: number
}

/** A desk full of things, with a code somewhere on it, a little turned. */
export function photograph(text: string, { width, height, scale, blur = 0 }: Photo): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = '#8a7a66'
  context.fillRect(0, 0, width, height)
  for (let thing = 0; thing < 2_000; thing += 1) {
    context.fillStyle = `hsl(${thing % 360} 30% ${30 + ((thing * 7) % 50)}%)`
    context.fillRect((thing * 7919) % width, (thing * 104_729) % height, 20 + (thing % 90), 10 + (thing % 60))
  }
  const sharp = drawCode(text, { scale: 8, width: 1_000, height: 1_000 })
  const side = (1_000 * scale) / 8
  context.translate(width * 0.63, height * 0.37)
  context.rotate(0.15)
  context.filter = `blur(${blur}px)`
  context.imageSmoothingQuality = 'high'
  context.drawImage(sharp, -side / 2, -side / 2, side, side)
  return canvas
}

/** The picture as a file. */
export function fileOf(canvas: HTMLCanvasElement, type = 'image/png', quality = 0.85): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, quality),
  )
}

/** The picture in 24 bits a pixel, rows from below. */
export function bmpOf(canvas: HTMLCanvasElement): Blob {
  const { width, height } = canvas
  const row = Math.ceil((width * 3) / 4) * 4
  const bytes = new Uint8Array(54 + row * height)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0x424d)
  view.setUint32(2, bytes.length, true)
  view.setUint32(10, 54, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, width, true)
  view.setInt32(22, height, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  const { data } = pixelsOf(canvas)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = ((height - 1 - y) * width + x) * 4
      bytes.set([data[from + 2] ?? 0, data[from + 1] ?? 0, data[from] ?? 0], 54 + y * row + x * 3)
    }
  }
  return new Blob([bytes])
}

/** The picture in black and white, its codes all of 8 bits: a GIF that was never compressed. */
export function gifOf(canvas: HTMLCanvasElement): Blob {
  const { width, height } = canvas
  const { data } = pixelsOf(canvas)
  const palette = new Uint8Array(384).fill(255, 3, 6)
  const size = [width & 255, width >> 8, height & 255, height >> 8]
  const head = [...new TextEncoder().encode('GIF89a'), ...size, 0xf6, 0, 0, ...palette, 0x2c, 0, 0, 0, 0, ...size, 0, 7]
  const codes: number[] = []
  for (let at = 0; at < width * height; at += 1) {
    if (at % 100 === 0) codes.push(128)
    codes.push((data[at * 4] ?? 0) > 127 ? 1 : 0)
  }
  codes.push(129)
  const blocks: number[] = []
  for (let at = 0; at < codes.length; at += 255) {
    const block = codes.slice(at, at + 255)
    blocks.push(block.length, ...block)
  }
  return new Blob([Uint8Array.from([...head, ...blocks, 0, 0x3b])])
}

/** A JPEG that says how it has to be turned (Exif 2.32 §4.6.4, tag 0x0112). */
export async function turnedJpeg(canvas: HTMLCanvasElement, orientation: number): Promise<Blob> {
  const jpeg = await (await fileOf(canvas, 'image/jpeg')).arrayBuffer()
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]
  const entry = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  const segment = [0xff, 0xe1, 0, 2 + exif.length + entry.length, ...exif, ...entry]
  return new Blob([jpeg.slice(0, 2), Uint8Array.from(segment), jpeg.slice(2)])
}

function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  return (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height)
}
