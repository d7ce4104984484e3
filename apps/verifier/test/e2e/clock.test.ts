import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signDcc } from '@vaxcert/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../e2e/build-app.ts'
import { type BrowserContext, hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { openApp, waitForLists } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost } from '../../e2e/flaky-host.ts'
import { ownRoot, publisher } from '../../e2e/published-lists.ts'
import { closeResult, pasteCode } from '../../e2e/scan-texts.ts'
import { sampleAuthority } from '../../serve/sample-authority.ts'

const DAY = 86_400_000
const start = new Date()
const day = (days: number) => new Date(start.getTime() + days * DAY)

/** Good from a year ago to two years from now. */
async function longCertificate(): Promise<string> {
  const event = { tg: '840539006', vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215', dn: 2, sd: 2, co: 'VN' }
  const dt = day(-500).toISOString().slice(0, 10)
  const v = [{ ...event, dt, is: 'SAMPLE', ci: 'URN:UVCI:01:VN:SAMPLE0000000041' }]
  const dcc = { ver: '1.3.0', nam: { fn: 'Nguyễn', fnt: 'NGUYEN' }, dob: '1990-03-12', v }
  const validity = { issuedAt: day(-400), expiresAt: day(730) }
  return (await signDcc(dcc, sampleAuthority('dsc-vaccination'), validity)).text
}

describe.skipIf(!hasChromium)('Lists over time in the built verifier', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let app: string
  let certificate: string
  const editions: string[] = []
  const folders: string[] = []
  let host: FlakyHost
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    const publish = publisher(await ownRoot(start))
    const signers = ['dsc-vaccination', 'dsc-test', 'dsc-recovery']
    for (const days of [0, 1, 2]) editions.push(await publish(day(days), signers.slice(0, days + 1)))
    folders.push(...editions)
    app = await buildApp(undefined, `${editions[0]}/roots/1.root`)
    certificate = await longCertificate()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    for (const folder of [app, ...folders]) rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    host = await flakyHost(app, editions[0] as string)
    context = await browser.newContext({ locale: 'en' })
    page = await context.newPage()
    await page.clock.setFixedTime(day(0.1))
    await openApp(page, host.address)
    await waitForLists(page)
    return async () => {
      await context.close()
      await host.close()
    }
  })

  it('age from fresh to stale to too old, without a network, and always say how old they are', async () => {
    await host.close()
    for (const [days, age, verdict] of [
      [1.9, 'fresh', 'accepted'],
      [2.1, 'stale', 'accepted'],
      [6.9, 'stale', 'accepted'],
      [7.1, 'too-old', 'undecided lists.too-old'],
      [30, 'too-old', 'undecided lists.too-old'],
    ] as const) {
      await restart(day(days))
      expect(await shownAge(), `${days}`).toMatch(new RegExp(`^${age} .*issued \\d+ (?:hours|days|months) ago`))
      expect(await judged(), `${days}`).toBe(verdict)
    }
  })

  it('are undecided under a clock that was set back, also after a new start, until it is right again', async () => {
    await restart(day(1))
    expect(await judged()).toBe('accepted')
    await host.close()
    for (const back of [0.98, 0, -365]) {
      await restart(day(back))
      expect(await judged(), `${back}`).toBe('undecided clock.behind')
      expect(await shownAge()).toContain('clock is wrong')
    }
    await page.close()
    page = await context.newPage()
    await page.clock.setFixedTime(day(0.5))
    await page.goto(host.address)
    expect(await judged()).toBe('undecided clock.behind')
    await restart(day(1.01))
    expect(await judged()).toBe('accepted')
  })

  it('are too old under a clock a year ahead; new lists set right what it left behind', async () => {
    await restart(day(364))
    expect(await judged()).toBe('undecided lists.too-old')
    await restart(day(1.1))
    expect(await judged()).toBe('undecided clock.behind')
    host.lists = editions[1] as string
    await restart(day(1.1))
    await expect.poll(shownAge).toContain('fresh')
    expect(await judged()).toBe('accepted')
  })

  it('of which only the manifest is new stay what they were, and say why', async () => {
    const half = mkdtempSync(join(tmpdir(), 'vaxcert-half-'))
    folders.push(half)
    cpSync(editions[0] as string, half, { recursive: true })
    cpSync(`${editions[2]}/manifest.list`, `${half}/manifest.list`)
    host.lists = half
    await page.clock.setFixedTime(day(2.05))
    expect(await updateNow(page)).toContain('do not belong together')
    expect(await judged()).toBe('accepted')
    host.lists = editions[2] as string
    expect(await updateNow(page)).toContain('updated')
  })

  it('are renewed by two tabs at once, to the same in both', async () => {
    const other = await context.newPage()
    await other.clock.setFixedTime(day(1.1))
    await other.goto(host.address)
    await other.waitForLoadState('networkidle')
    await page.clock.setFixedTime(day(1.1))
    host.lists = editions[1] as string
    const outcomes = await Promise.all([updateNow(page), updateNow(other)])
    for (const outcome of outcomes) expect(outcome).toMatch(/are updated|the newest/)
    expect(outcomes.join()).toContain('are updated')
  })

  async function restart(at: Date): Promise<void> {
    await page.clock.setFixedTime(at)
    await page.reload()
  }

  /** The state of the lists as the header of each screen says it. */
  async function shownAge(): Promise<string> {
    const strip = page.locator('.lists-age:not(.none)')
    const [state, text] = [await strip.getAttribute('class'), await strip.textContent()]
    return `${state?.split(' ')[1]} ${text}`
  }

  /** The verdict, with its code where it is not accepted. */
  async function judged(): Promise<string> {
    await page.locator('.lists-age:not(.none)').waitFor()
    const verdict = await pasteCode(page, certificate)
    const text = (await page.locator('.result').textContent()) ?? ''
    await closeResult(page)
    const code = /\b(?:lists|clock|dcc|signer)\.[a-z-]+/.exec(text)?.[0]
    return verdict === 'accepted' ? verdict : `${verdict} ${code}`
  }
})

/** Presses the button of the lists screen; gives what it says then. */
async function updateNow(page: Page): Promise<string> {
  await page.locator('nav button').first().click()
  await page.locator('.actions .button.main').click()
  const notice = page.locator('.page .notice:not(.empty)').first()
  await notice.filter({ hasNotText: 'Updating' }).waitFor()
  const text = (await notice.textContent()) ?? ''
  await page.locator('.header button').first().click()
  return text
}
