import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleLists } from '../serve/sample-authority.ts'
import { samplePicture } from '../serve/sample-picture.ts'
import { canaryNames, foundIn, type Needles, needlesFor } from './canaries.ts'
import { type CanaryCode, canaryCodes } from './canary-codes.ts'
import { type BrowserContext, launchProfile, type Page } from './chromium.ts'
import { openApp, waitForLists } from './drive.ts'
import { type FlakyHost, flakyHost } from './flaky-host.ts'
import { type FolderSearch, searchFolder } from './folder-search.ts'
import { type HeapSearch, searchHeaps } from './heap-search.ts'
import { readStores } from './page-stores.ts'
import { plantControl, wordsOf } from './privacy-control.ts'
import { closeResult, paste, pasteCode, typeCode, uploadPicture } from './scan-texts.ts'

/** What was looked at after so many scans of people with names of which none may be found anywhere. */
export interface PrivacyFindings {
  /** How many were scanned in which way, and how many verdicts were not those to be expected. */
  readonly scans: Readonly<Record<ScanWay | 'cards' | 'wrong', number>>
  readonly seconds: number
  /** Paths that the host was asked for meanwhile; requests of the page to anybody else. */
  readonly asked: readonly string[]
  readonly foreign: readonly string[]
  readonly console: readonly string[]
  /** Whether clipboard and length of the history are what they were. */
  readonly clipboardSame: boolean
  readonly historySame: boolean
  readonly stores: { readonly looked: number; readonly found: readonly string[] }
  readonly heaps: readonly HeapSearch[]
  readonly running: FolderSearch
  readonly closed: FolderSearch
  /** Places in which a word that was really put there was found: whoever finds nothing must be able to find. */
  readonly control: readonly string[]
}

type ScanWay = 'pasted' | 'pictures' | 'typed'

const CLIPBOARD = 'nothing of ours'

/**
 * Uses the built app with a profile on the disk, as a checker would, and searches all that is left behind.
 * @param app folder of the build
 */
export async function privacyRun(scans: number, app: string): Promise<PrivacyFindings> {
  const profile = mkdtempSync(join(tmpdir(), 'vaxcert-profile-'))
  const host = await flakyHost(app, sampleLists)
  try {
    return await run(host, profile, await canaryCodes(canaryNames, scans, new Date()))
  } finally {
    await host.close()
    rmSync(profile, { recursive: true, maxRetries: 5 })
  }
}

async function run(host: FlakyHost, profile: string, codes: readonly CanaryCode[]): Promise<PrivacyFindings> {
  const some = [...codes.slice(0, 8), ...codes.slice(-8)].map(({ text }) => text)
  const needles = needlesFor(canaryNames, some)
  const context = await launchProfile(profile)
  const page = await readyPage(context, host.address)
  const used = await use(page, context, host, codes, needles)
  const stores = await readStores(page)
  const found = [...stores].flatMap(([place, bytes]) => foundIn(bytes, needles).map((label) => `${place}: ${label}`))
  const control = await plantControl(page)
  const running = searchFolder(profile, needles)
  await context.close()
  const closed = searchFolder(profile, needles)
  return {
    ...used,
    stores: { looked: stores.size, found },
    running,
    closed,
    control: searchFolder(profile, control).found,
  }
}

/** The app with its lists; the clipboard holds a text of ours. */
async function readyPage(context: BrowserContext, address: string): Promise<Page> {
  const [page = await context.newPage()] = context.pages()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openApp(page, address)
  await waitForLists(page)
  await page.evaluate((text) => navigator.clipboard.writeText(text), CLIPBOARD)
  return page
}

/** A part of a shift at a gate, the rest by hand; after each the heap is searched. */
async function use(
  page: Page,
  context: BrowserContext,
  host: FlakyHost,
  codes: readonly CanaryCode[],
  needles: Needles,
): Promise<Pick<PrivacyFindings, (typeof usedMembers)[number]>> {
  const scans = { pasted: 0, pictures: 0, typed: 0, cards: 0, wrong: 0 }
  const heaps: HeapSearch[] = []
  const part = Math.floor(codes.length / 3)
  const history = await page.evaluate(() => window.history.length)
  const [foreign, complaints] = [[] as string[], [] as string[]]
  context.on('request', (request) => isOwn(request.url(), host) || foreign.push(request.url()))
  // The browser itself notes the root after the newest one, which is not there yet.
  page.on('console', (message) => message.location().url.endsWith('/2.root') || complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  const asked: string[] = []
  const started = Date.now()
  for (const kiosk of [true, false]) {
    await restart(page, kiosk)
    const before = host.asked.length
    await scanAll(page, kiosk ? codes.slice(0, part) : codes.slice(part), scans)
    await closeResult(page)
    // The browser itself looks for a newer service worker some time after a start.
    asked.push(...host.asked.slice(before).filter((path) => path !== 'sw.js'))
    heaps.push(await searchHeaps(page, wordsOf(needles)))
  }
  const seconds = (Date.now() - started) / 1000
  const clipboardSame = (await page.evaluate(() => navigator.clipboard.readText())) === CLIPBOARD
  const historySame = history === (await page.evaluate(() => window.history.length))
  return { scans, seconds, asked, foreign, console: complaints, clipboardSame, historySame, heaps }
}

const usedMembers = [
  'scans',
  'seconds',
  'asked',
  'foreign',
  'console',
  'clipboardSame',
  'historySame',
  'heaps',
] as const

function isOwn(url: string, { address }: FlakyHost): boolean {
  return url.startsWith(address) || url.startsWith(`blob:${address}`)
}

async function restart(page: Page, kiosk: boolean): Promise<void> {
  const settings = JSON.stringify({ kiosk, language: 'en', resultSeconds: 5 })
  await page.evaluate((kept) => localStorage.setItem('vaxcert.settings', kept), settings)
  await page.reload()
  await page.locator('input[type=file][accept*=image]').first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
}

async function scanAll(page: Page, codes: readonly CanaryCode[], scans: Record<string, number>): Promise<void> {
  for (const [index, code] of codes.entries()) {
    const way = wayOf(index)
    count(scans, way)
    const verdict = await scan(page, code, way)
    if (verdict !== code.expected) {
      count(scans, 'wrong')
      console.error(`${index}, ${way}: ${verdict}, expected ${code.expected}`)
    }
    const isGate = (await page.locator('.kiosk').count()) > 0
    if (isGate) continue
    if (code.expected === 'accepted' && index % 30 < 3) {
      await compareCard(page, code)
      count(scans, 'cards')
    }
    await closeResult(page)
  }
}

function count(scans: Record<string, number>, what: string): void {
  scans[what] = (scans[what] ?? 0) + 1
}

/** Of every hundred three from pictures, which bear the name, and one by a hand scanner. */
function wayOf(index: number): ScanWay {
  const step = index % 100
  return step >= 6 && step < 9 ? 'pictures' : step === 3 ? 'typed' : 'pasted'
}

async function scan(page: Page, { text, name }: CanaryCode, way: ScanWay): Promise<string> {
  if (way === 'pasted') return pasteCode(page, text)
  if (way === 'typed') return typeCode(page, text)
  return uploadPicture(page, await samplePicture(text, 'qr'), `${name}.png`)
}

/** Scans the card of the holder beside the certificate, then types the lines of a passport with the name. */
async function compareCard(page: Page, { card, name }: CanaryCode): Promise<void> {
  await paste(page, card)
  await page.locator('.matches').waitFor()
  await page.locator('.result .action-row .button').first().click()
  await page.locator('#passport').fill(`P<VNM${name}`)
  await page.locator('form .button').click()
  await page.locator('.notice:not(.empty)').first().waitFor()
  await page.locator('.action-row .button').first().click()
}
