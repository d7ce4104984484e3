import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { type BrowserContext, hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { handOver, typeAsScanner, type Way } from '../../e2e/hand-over.ts'
import { publicPictures } from '../../e2e/public-pictures.ts'
import { sampleLists } from '../../serve/sample-authority.ts'
import { type SampleCode, sampleCodes } from '../../serve/sample-codes.ts'
import { samplePicture } from '../../serve/sample-picture.ts'
import { type Running, serveSite } from '../../serve/server.ts'
import { en } from '../../src/words/en.ts'

const suites = inject('suites')
const passport = 'P<VNMNGUYEN<<THI<ANH<TUYET<<<<<<<<<<<<<<<<<<'

describe.skipIf(!hasChromium)('What comes into the built verifier', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let app: string
  let site: Running
  let context: BrowserContext
  let page: Page
  let codes: readonly SampleCode[]

  beforeAll(async () => {
    codes = await sampleCodes(new Date())
    app = await builtApp()
    site = await serveSite({ app, lists: sampleLists }, 0)
    browser = await launchChromium()
    context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  beforeEach(async () => {
    page = await context.newPage()
    await page.goto(site.address)
    await page.locator('input[type=file][accept*=image]').first().waitFor({ state: 'attached' })
    return () => page.close()
  })

  describe('by a file', () => {
    it.each<Way>(['choose', 'drop', 'paste'])('is judged: %s', async (way) => {
      await handOver(page, await pictureOf('vaccination'), way)
      expect(await shown()).toBe('accepted')
      await handOver(page, await pictureOf('changed'), way)
      await page.locator('.result.refused').waitFor()
      await handOver(page, await pictureOf('aztec'), way)
      await page.locator('.result.accepted').waitFor()
      await handOver(page, await pictureOf('link'), way)
      expect(await shown()).toBe('other')
    })

    it('takes the last verdict away when it holds no code, and says so', async () => {
      await handOver(page, await pictureOf('vaccination'), 'choose')
      expect(await shown()).toBe('accepted')
      await handOver(page, new TextEncoder().encode('no picture at all'), 'choose')
      await page.getByText(en['input.type']).waitFor()
      expect(await page.locator('.result').count()).toBe(0)
    })

    it.skipIf(suites === null)('is read by the way of the app, whichever public picture it is', async () => {
      const all = publicPictures(suites ?? '').filter(({ name }) => !name.includes('/Q1.json'))
      for (const { bytes } of all.filter((_, at) => at % 40 === 0)) {
        await handOver(page, bytes, 'choose')
        expect(await shown()).toMatch(/refused|undecided/)
        await page.locator('.button.main').click()
      }
    })
  })

  describe('by a hand scanner', () => {
    it.each([
      ['at once, with Enter', { ends: ['Enter'] }],
      ['with two ends', { ends: ['Enter', 'Enter'] }],
      ['with Tab', { ends: ['Tab'] }],
      ['without any end', { ends: [] }],
    ] as const)('is judged: %s', async (_, scanner) => {
      await typeAsScanner(page, textOf('vaccination'), scanner)
      expect(await shown()).toBe('accepted')
      await expectToStay('accepted')
    })

    it('is judged through a Vietnamese layout, whose digits are letters, and Caps Lock', async () => {
      const letters: Readonly<Record<string, string>> = {
        Digit1: 'ă',
        Digit2: 'â',
        Digit3: 'ê',
        Digit4: 'ô',
        Digit9: 'ư',
      }
      const layout = (character: string, code: string) => letters[code] ?? character
      await typeAsScanner(page, textOf('vaccination'), { ends: ['Enter'], keyOf: layout })
      expect(await shown()).toBe('accepted')
      await page.locator('.button.main').click()
      const capsLock = (character: string) => character.toLowerCase()
      await typeAsScanner(page, textOf('vaccination'), { ends: ['Enter'], keyOf: capsLock })
      expect(await shown()).toBe('accepted')
    })

    it('that loses characters is refused, and nothing less', async () => {
      const text = textOf('vaccination')
      await typeAsScanner(page, text.slice(0, 200) + text.slice(203), { ends: ['Enter'] })
      expect(await shown()).toBe('refused')
    })

    it('presses no button that has the focus', async () => {
      await page.getByRole('button', { name: en['start.scan'], exact: true }).focus()
      await typeAsScanner(page, textOf('link'), { ends: ['Enter', 'Enter'] })
      expect(await shown()).toBe('other')
      await expectToStay('other')
      expect(await page.locator('.scan').count()).toBe(0)
    })

    it('leaves what is typed into the passport field where it is, and compares a card beside it', async () => {
      await typeAsScanner(page, textOf('vaccination'), { ends: ['Enter'] })
      await page.getByRole('button', { name: en['result.compare-button'], exact: true }).click()
      await page.locator('#passport').focus()
      await page.keyboard.type(`${passport}\n`)
      expect(await page.locator('#passport').inputValue()).toBe(`${passport}\n`)
      await page.locator('h1').focus()
      await page.evaluate((card) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', card)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      }, textOf('card'))
      expect(await shown()).toBe('accepted')
      await page.getByText(en['identity.same']).waitFor()
    })
  })

  /** The answer that the page shows, once there is one. */
  async function shown(): Promise<string | undefined> {
    const result = page.locator('.result')
    await result.first().waitFor()
    return /accepted|refused|undecided|other/.exec((await result.first().getAttribute('class')) ?? '')?.[0]
  }

  async function expectToStay(kind: string): Promise<void> {
    await page.waitForTimeout(300)
    expect(await shown()).toBe(kind)
  }

  function textOf(name: string): string {
    return codes.find((code) => code.name === name)?.text ?? ''
  }

  function pictureOf(name: string): Promise<Uint8Array> {
    return samplePicture(textOf(name), name === 'aztec' ? 'aztec' : 'qr')
  }
})
