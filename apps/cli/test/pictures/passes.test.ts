import { describe, expect, it } from 'vitest'
import { type Brightness, onWhite } from '../../src/pictures/brightness.ts'
import { passes } from '../../src/pictures/passes.ts'
import { checkPicture } from '../../src/pictures/picture-file.ts'
import { inPictureThread } from '../../src/pictures/picture-thread.ts'
import { readPicture } from '../../src/pictures/read-picture.ts'
import { asJpeg, asPng, asTransparentPng, drawn } from './draw.ts'

const text = `HC1:${'6BFOXN TSMAHN-H6SK1'.repeat(24)}`

/** A picture out of focus: each pixel the mean of the square around it, twice. */
function blurred(picture: Brightness, radius: number): Brightness {
  const { width, height, values } = picture
  const means = values.map((_, at) => {
    let [sum, count] = [0, 0]
    for (let y = Math.floor(at / width) - radius; y <= Math.floor(at / width) + radius; y += 1) {
      for (let x = (at % width) - radius; x <= (at % width) + radius; x += 1) {
        if (x < 0 || y < 0 || x >= width || y >= height) continue
        sum += values[y * width + x] ?? 0
        count += 1
      }
    }
    return sum / count
  })
  return { width, height, values: means }
}

/** What each pass by itself finds. */
async function foundBy(file: Uint8Array): Promise<Record<string, boolean>> {
  return inPictureThread(60_000, async ({ codes, pixels }) => {
    const picture = onWhite(await pixels(new Uint8Array(file), checkPicture(Buffer.from(file)).kind))
    const found: Record<string, boolean> = { 'as it stands': (await codes(new Uint8Array(file))).includes(text) }
    for (const { name, applies, view } of passes) {
      found[name] = applies(picture) && (await codes(view(picture))).includes(text)
    }
    return found
  })
}

describe('each further pass', () => {
  it('laid on white, reads what is black on nothing, which no other reads first', async () => {
    const file = asTransparentPng(await drawn(text))
    expect(await foundBy(file)).toMatchObject({ 'as it stands': false, 'laid on white': true })
    expect(await readPicture(file)).toBe(text)
  })

  it('laid on white, does not repeat what an opaque picture has shown already', async () => {
    expect(await foundBy(asPng(await drawn(text)))).toMatchObject({ 'as it stands': true, 'laid on white': false })
  })

  it.each([
    { name: 'PNG', write: asPng },
    { name: 'JPEG', write: (picture: Brightness) => asJpeg(picture, 80) },
  ])('enlarged and sharpened, reads a $name out of focus', async ({ write }) => {
    const picture = await drawn(text)
    const file = write(blurred(blurred(picture, 2), 2))
    expect(await foundBy(file)).toMatchObject({ 'as it stands': false, 'enlarged and sharpened': true })
    expect(await readPicture(file)).toBe(text)
  })
})
