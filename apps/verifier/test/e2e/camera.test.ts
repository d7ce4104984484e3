import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CameraSite, cameraSite } from '../../e2e/camera-site.ts'
import { certificateOf, expiredCertificateOf, printOfVersion } from '../../e2e/certificates.ts'
import { hasChromium, type Page } from '../../e2e/chromium.ts'
import { filmOf, pictureOf, pictureOfNothing, pictureOfOther } from '../../e2e/film.ts'
import { sightsOf, startScanning, waitForAnswer } from '../../e2e/scanning.ts'

const GOOD = 'Nguyễn Thị Ánh Tuyết'
const BAD = 'Trần Văn Bình'
/** Answers after which it would have shown. */
const ENOUGH = 8
const PAPER = '001190000017||Nguyễn Thị Ánh Tuyết|12031990|Nữ|Số 1 phố Mẫu, Hà Nội|01012022'

describe.skipIf(!hasChromium)('The built verifier with a camera', () => {
  let site: CameraSite
  const nothing = pictureOfNothing()
  let good: Uint8Array
  let bad: Uint8Array

  beforeAll(async () => {
    good = pictureOf(await certificateOf(GOOD))
    bad = pictureOf(await expiredCertificateOf(BAD))
    site = await cameraSite(filmOf({ picture: nothing, seconds: 1 }))
  })
  afterAll(() => site.close())

  /** Scans what the camera plays, and tells how long it took. */
  async function scan(page: Page, film: Uint8Array, name: string): Promise<number> {
    site.load(film)
    const begun = await startScanning(page)
    return (await waitForAnswer(page, 'accepted', name)) - begun
  }

  it.each([13, 18, 25] as const)('comes from the camera to the verdict: version %i', async (version) => {
    const page = await site.open()
    const { text, level } = await printOfVersion(version, GOOD)
    const took = await scan(page, filmOf({ picture: pictureOf(text, { level }), seconds: 1 }), GOOD)
    console.info(`version ${version}: ${took.toFixed(0)} ms held`)
    await page.context().close()
  })

  it('comes to the verdict while a paper is brought nearer', async () => {
    const page = await site.open()
    const { text, level } = await printOfVersion(18, GOOD)
    const steps = [1.2, 1.9, 2.6, 3.3].map((scale) => pictureOf(text, { level, scale, roll: 4 }))
    const took = await scan(page, filmOf(...steps.map((picture) => ({ picture, seconds: 0.7 }))), GOOD)
    console.info(`version 18: ${took.toFixed(0)} ms nearing from 1.2 px a module`)
    await page.context().close()
  })

  it('reads a camera that is held upright, and Aztec codes', async () => {
    const page = await site.open()
    const size = { width: 720, height: 1280 }
    const upright = pictureOf(await certificateOf(GOOD), { size, yaw: 10, pitch: -8 })
    await scan(page, filmOf({ picture: upright, seconds: 1 }), GOOD)
    await page.context().close()

    const other = await site.open()
    const aztec = await pictureOfOther(await certificateOf(GOOD), 'aztec')
    await scan(other, filmOf({ picture: aztec, seconds: 1 }), GOOD)
    await other.context().close()
  })

  it('goes on by itself: A, nothing, B; and what is still held is not opened again', async () => {
    const page = await site.open({ settings: { resultSeconds: 5, continuous: true } })
    await scan(
      page,
      filmOf({ picture: good, seconds: 7 }, { picture: nothing, seconds: 1 }, { picture: bad, seconds: 9 }),
      GOOD,
    )
    await waitForAnswer(page, 'refused', BAD)
    const screens = (await sightsOf(page)).map(({ screen, name }) => `${screen} ${name}`.trim())
    expect(screens.slice(screens.indexOf('scan'))).toEqual(['scan', `accepted ${GOOD}`, 'scan', `refused ${BAD}`])
    await page.context().close()
  })

  it('never shows an answer beside a name that it does not belong to', async () => {
    const page = await site.open({
      before: () => {
        setInterval(() => document.querySelector<HTMLElement>('.result .button.main')?.click(), 120)
      },
    })
    site.load(filmOf({ picture: good, seconds: 0.2 }, { picture: bad, seconds: 0.2 }))
    await startScanning(page)
    const seen = async () => (await sightsOf(page)).filter(({ name }) => name !== '')
    await expect.poll(async () => new Set((await seen()).map(({ name }) => name)).size).toBe(2)
    await expect.poll(async () => (await seen()).length).toBeGreaterThan(ENOUGH)
    const answers = await seen()
    const said = new Map(answers.map(({ screen, name, colour }) => [`${screen} ${name}`, colour]))
    expect([...said.keys()].sort()).toEqual([`accepted ${GOOD}`, `refused ${BAD}`])
    expect(new Set(said.values()).size).toBe(2)
    expect(new Set(answers.map(({ name, colour }) => `${name} ${colour}`)).size).toBe(2)
    await page.context().close()
  })

  it('compares the card that is shown after a certificate', async () => {
    const page = await site.open()
    const card = await pictureOfOther(PAPER, 'qr')
    await scan(page, filmOf({ picture: good, seconds: 4 }, { picture: card, seconds: 30 }), GOOD)
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.locator('.page .button.main').click()
    await page.locator('.result.accepted .matches').waitFor()
    expect(await page.locator('.result').getAttribute('class')).not.toContain('mismatch')
    expect(await page.locator('.result').textContent()).not.toContain('001190000017')
    await page.context().close()
  })

  it('scans in airplane mode from a cold start', async () => {
    const first = await site.open()
    const context = first.context()
    await first.close()
    await site.host.close()
    await context.setOffline(true)
    const page = await context.newPage()
    await page.goto(site.host.address)
    site.load(filmOf({ picture: good, seconds: 1 }))
    await page.locator('.start .button.main').click()
    await page.locator('.result.accepted', { hasText: GOOD }).waitFor()
    await context.close()
  })
})
