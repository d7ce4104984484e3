import type { Dcc } from '@vaxcert/core/dcc'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { openApp, waitForLists } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost } from '../../e2e/flaky-host.ts'
import { closeResult, pasteCode } from '../../e2e/scan-texts.ts'
import { signUnchecked } from '../../e2e/sign-unchecked.ts'
import { sampleAuthority, sampleLists } from '../../serve/sample-authority.ts'
import { hostileNames } from '../screens/hostile-names.ts'

const DAY = 86_400_000
const authority = sampleAuthority('dsc-vaccination')

/** A certificate, rightly signed, whose texts are not what an honest issuer writes. */
function signed(nam: Dcc['nam'], issuer = 'SAMPLE'): Promise<string> {
  const now = Date.now()
  const day = (days: number) => new Date(now + days * DAY)
  const event = { tg: '840539006', vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215', dn: 2, sd: 2, co: 'VN' }
  const dt = day(-70).toISOString().slice(0, 10)
  const ci = 'URN:UVCI:01:VN:SAMPLE0000000031'
  const dcc = { ver: '1.3.0', nam, dob: '1990-03-12', v: [{ ...event, dt, is: issuer, ci }] }
  const honest = { ...dcc, nam: { fn: 'A', fnt: 'A' }, v: [{ ...event, dt, is: 'SAMPLE', ci }] }
  return signUnchecked(dcc, honest, authority, { issuedAt: day(-60), expiresAt: day(300) })
}

describe.skipIf(!hasChromium)('Hostile names in the built verifier, under its own policy', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let app: string
  let host: FlakyHost
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    app = await builtApp()
    host = await flakyHost(app, sampleLists)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await host.close()
  })
  beforeEach(async () => {
    complaints = []
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    page = await context.newPage()
    page.on('dialog', (dialog) => {
      complaints.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => message.location().url.endsWith('/2.root') || complaints.push(message.text()))
    context.on('page', (other) => complaints.push(`window ${other.url()}`))
    await page.exposeFunction('complain', (what: string) => complaints.push(what))
    await page.addInitScript(() => {
      const { complain } = globalThis as unknown as { complain: (what: string) => void }
      addEventListener('securitypolicyviolation', (event) => complain(`policy ${event.violatedDirective}`))
    })
    await openApp(page, host.address)
    await waitForLists(page)
    return () => context.close()
  })

  it('a report is noticed at all', async () => {
    await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' })))
    await expect.poll(() => complaints).toContain('policy img-src')
  })

  it('are texts: nothing runs, nothing is reported, nothing moves', async () => {
    expect(hostileNames.length).toBeGreaterThanOrEqual(200)
    const reference = await shown(await signed({ fn: 'Nguyễn', fnt: 'NGUYEN', gn: 'Q', gnt: 'Q' }))
    const host = await page.evaluate(() => [document.title, location.href])
    for (const name of hostileNames) {
      const { text, elements, labels } = await shown(await signed({ fn: name, fnt: 'ICAO', gn: 'Q', gnt: 'Q' }, name))
      expect(text).toBe(`${name} Q`)
      expect(elements, name).toBe(reference.elements)
      expect(labels, name).toEqual(reference.labels)
    }
    expect(await page.evaluate(() => [document.title, location.href])).toEqual(host)
    expect(complaints).toEqual([])
  })

  it.each([
    ['letters without a space', 'W'.repeat(510)],
    ['marks upon marks', `Z${'\u0300\u0301\u0302\u0303\u0316\u0317'.repeat(84)}`],
    ['line breaks', `${'A\n'.repeat(250)}A`],
    ['the widest signs', '\uFDFD'.repeat(400)],
    ['directions, never closed', '\u202E\u2067'.repeat(250)],
  ])('of the greatest length, %s, leave birth date and buttons where they can be reached', async (_, name) => {
    const { text, isWide, isReachable } = await shown(await signed({ fn: name, fnt: 'ICAO', gn: name, gnt: 'Q' }, name))
    expect(text).toBe(`${name} ${name}`)
    expect([isWide, isReachable]).toEqual([false, true])
    expect(complaints).toEqual([])
  })

  /** What the screen makes of a certificate. */
  async function shown(certificate: string) {
    expect(await pasteCode(page, certificate)).toBe('accepted')
    const seen = await page.evaluate(look)
    await closeResult(page)
    return seen
  }
})

/** Runs in the page. */
function look() {
  const text = document.querySelector('.person-name bdi')?.textContent ?? ''
  const elements = document.querySelectorAll('.result *').length
  // Where the letters of labels and birth date stand, from left to right: no name may turn them round.
  const labels = [...document.querySelectorAll('.person dt, .person-birth')].map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const node = walker.nextNode()
    const length = node?.textContent?.length ?? 0
    return [0, length - 1].map((at) => {
      const range = document.createRange()
      if (node === null) return -1
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return Math.round(range.getBoundingClientRect().left)
    })
  })
  const root = document.documentElement
  const isWide = root.scrollWidth > root.clientWidth
  const button = document.querySelector('.result .button.main')?.getBoundingClientRect()
  const isReachable =
    button !== undefined && button.bottom <= innerHeight + 1 && button.top >= 0 && button.right <= innerWidth
  const birth = document.querySelector('.person-birth')
  birth?.scrollIntoView({ block: 'center' })
  const place = birth?.getBoundingClientRect()
  const hit = place && document.elementFromPoint(place.left + 5, place.top + place.height / 2)
  return { text, elements, labels, isWide, isReachable: isReachable && birth?.contains(hit ?? null) === true }
}
