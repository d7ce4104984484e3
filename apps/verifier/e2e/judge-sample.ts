import { sampleCodes } from '../serve/sample-codes.ts'
import { samplePicture } from '../serve/sample-picture.ts'
import type { Page } from './chromium.ts'

const codes = sampleCodes(new Date())

/** Hands the picture of a sample code to the page, and gives the kind of verdict that it shows. */
export async function judgeSample(page: Page, name: string): Promise<string> {
  const sample = (await codes).find((code) => code.name === name)
  if (sample === undefined) throw new Error(`no sample ${name}`)
  const field = page.locator('input[type=file]').first()
  await field.waitFor({ state: 'attached' })
  const takesText = (await field.getAttribute('accept')) === null
  const picture = async () => Buffer.from(await samplePicture(sample.text, sample.symbology ?? 'qr'))
  const file = takesText
    ? { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(sample.text) }
    : { name: 'a.png', mimeType: 'image/png', buffer: await picture() }
  await page.evaluate(() => document.querySelector('.result')?.classList.remove('accepted', 'refused', 'undecided'))
  await field.setInputFiles(file)
  const result = page.locator('.result.accepted, .result.refused, .result.undecided')
  await result.waitFor({ state: 'attached' })
  return /accepted|refused|undecided/.exec((await result.getAttribute('class')) ?? '')?.[0] ?? ''
}
