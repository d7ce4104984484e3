import { describe, expect, it } from 'vitest'
import { qrMatrix, qrPng, qrSvg } from '../src/index.ts'
import { textOf } from './texts.ts'

const SCALE = 4
const text = textOf(610)

/** 1 for each dark module of a picture, as the browser itself paints it, the quiet zone left out. */
async function modulesOf(picture: CanvasImageSource, size: number): Promise<Uint8Array> {
  const width = (size + 8) * SCALE
  const context = new OffscreenCanvas(width, width).getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(picture, 0, 0, width, width)
  const { data } = context.getImageData(0, 0, width, width)
  return Uint8Array.from({ length: size * size }, (_, at) => {
    const x = ((at % size) + 4) * SCALE + SCALE / 2
    const y = (Math.floor(at / size) + 4) * SCALE + SCALE / 2
    return (data[(y * width + x) * 4] ?? 0) < 128 ? 1 : 0
  })
}

async function loaded(svg: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  return image
}

describe('in a browser', () => {
  it('the PNG shows the modules', async () => {
    const { modules, size } = qrMatrix(text)
    const png = new Blob([new Uint8Array(qrPng(text, { scale: SCALE }))], { type: 'image/png' })
    expect(await modulesOf(await createImageBitmap(png), size)).toEqual(modules)
  })

  it('the SVG shows the modules', async () => {
    const { modules, size } = qrMatrix(text)
    expect(await modulesOf(await loaded(qrSvg(text)), size)).toEqual(modules)
  })
})
