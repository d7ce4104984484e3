import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { vaxcert } from '../../../cli/test/captured-io.ts'
import { buildPage } from '../../e2e/build-page.ts'
import { hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import type { JudgePage } from '../../e2e/judge-page.ts'
import { type PublicPicture, publicPictures } from '../../e2e/public-pictures.ts'
import { suiteMoment, writeSuiteLists } from '../../e2e/suite-lists.ts'
import { sampleLists } from '../../serve/sample-authority.ts'
import { type Running, serveSite } from '../../serve/server.ts'

const suites = inject('suites')

/** Runs inside the page. */
declare const readTexts: JudgePage['readTexts']
declare const judgeTexts: JudgePage['judgeTexts']

/** By name: a file that is no picture, as the suite itself says (`EXPECTEDPICTUREDECODE` is false). */
const withoutCode: readonly string[] = ['dgc-testdata/common/2DCode/raw/Q1.json.picture']

describe.skipIf(!hasChromium || suites === null)('The public pictures, by the app as it is built', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let folder: string
  let app: string
  let site: Running
  let page: Page
  let pictures: readonly PublicPicture[]
  let texts: readonly (string | null)[]

  beforeAll(async () => {
    pictures = publicPictures(suites ?? '')
    folder = mkdtempSync(join(tmpdir(), 'vaxcert-pictures-'))
    cpSync(sampleLists, join(folder, 'sample'), { recursive: true })
    await writeSuiteLists(pictures, join(folder, 'suite'))
    app = await buildPage('judge-page.ts')
    const pages = new Map(pictures.map(({ name, bytes }) => [`pictures/${name}`, { bytes, type: 'image/png' }]))
    site = await serveSite({ app, lists: folder, pages }, 0)
    browser = await launchChromium()
    page = await browser.newPage()
    await page.goto(site.address)
    await page.waitForFunction(() => 'judgeTexts' in window)
    texts = await page.evaluate((names) => readTexts(names), namesOf(pictures))
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    await site.close()
    rmSync(folder, { recursive: true })
    rmSync(app, { recursive: true })
  })

  it('are all read but for what is none', () => {
    const unread = pictures.filter((_, at) => texts[at] === null)
    expect(namesOf(unread)).toEqual(withoutCode)
    expect(pictures.length).toBeGreaterThan(0)
  })

  it.each([
    ['sample', wholeMinutes(new Date())],
    ['suite', suiteMoment],
  ])('are judged as the command line judges them, under the %s lists', async (lists, at) => {
    const read = texts.filter((text) => text !== null)
    const time = at.toISOString()
    const verdicts = await page.evaluate(([all, where, when]) => judgeTexts(all, where, when), [
      read,
      `lists/${lists}/`,
      time,
    ] as const)
    const names = namesOf(pictures.filter((_, index) => texts[index] !== null))
    const expected = await commandLine(read, lists, at)
    expect(names.map((name, index) => [name, verdicts[index]])).toEqual(
      names.map((name, index) => [name, expected[index]]),
    )
    const kinds = new Set(verdicts.map((verdict) => JSON.parse(verdict)[0]))
    expect([...kinds].sort()).toEqual(
      lists === 'suite' ? ['accepted', 'refused', 'undecided'] : ['refused', 'undecided'],
    )
  })

  /** What `vaxcert verify` says of the same texts. */
  async function commandLine(read: readonly string[], lists: string, at: Date): Promise<readonly string[]> {
    writeFileSync(join(folder, 'texts.txt'), read.map((text) => `${text}\n`).join(''))
    const time = at.toISOString().replace('.000', '')
    const how = ['--snapshot', lists, '--root', `${lists}/roots/1.root`, '--at', time, '--json']
    const { stdout, stderr } = await vaxcert(['verify', 'texts.txt', ...how], { cwd: folder, now: at })
    expect(stderr).toBe('')
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ kind, code = null, checks }) => JSON.stringify([kind, code, checks]))
  }
})

function namesOf(pictures: readonly PublicPicture[]): string[] {
  return pictures.map(({ name }) => name)
}

/** The command line takes whole seconds. */
function wholeMinutes(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000)
}
