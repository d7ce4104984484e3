import { sampleCodes } from '../serve/sample-codes.ts'
import { samplePicture } from '../serve/sample-picture.ts'
import type { Page } from './chromium.ts'

const codes = sampleCodes(new Date())

/** Hands the picture of a sample code to the page, and gives the kind of verdict that it shows. */
export async function judgeSample(page: Page, name: string): Promise<string> {
  const sample = (await codes).find((code) => code.name === name)
  if (sample === undefined) throw new Error(`no sample ${name}`)
  const picture = Buffer.from(await samplePicture(sample.text, sample.symbology ?? 'qr'))
  const field = page.locator('input[type=file][accept*=image]').first()
  await field.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: picture })
  const result = page.locator('.result.accepted, .result.refused, .result.undecided')
  const kind = /accepted|refused|undecided/.exec((await result.getAttribute('class')) ?? '')?.[0] ?? ''
  await result.locator('.button.main').click()
  return kind
}
