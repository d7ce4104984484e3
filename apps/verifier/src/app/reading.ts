import type { Dcc } from '@vaxcert/core/dcc'
import { Fault } from '@vaxcert/core/fault'
import type { Verdict } from '@vaxcert/core/verify'
import type { InputCode } from '../inputs/input-fault.ts'
import type { Judgement } from '../judge/judge.ts'
import type { CodeKind } from '../recognise/recognise.ts'
import type { WordKey } from '../words/words.ts'
import type { Countdown } from './countdown.ts'
import type { Services } from './services.ts'
import type { Comparison, OtherKind, Shown, State } from './state.ts'
import type { Turns } from './turns.ts'

/** What becomes of a text or a file, wherever it comes from. */
export interface TextReading {
  /** A text from the camera, a hand scanner or a file. */
  readText(text: string): Promise<void>
  readFile(file: Blob): Promise<void>
  /** Compares an identity paper with the certificate on the screen. */
  comparePaper(text: string): Promise<void>
}

/** What reading needs to come to a screen and to leave it. */
interface Ways {
  readonly countdown: Countdown
  readonly turns: Turns
  next(): void
  stopScan(): void
  fail(): void
}

/** A message that is no verdict is read quickly. */
const OTHER_SECONDS = 8

/** As long as the slowest file may take, a result waits for it out of sight. */
const FILE_SECONDS = 60

const papers: readonly CodeKind[] = ['cccd', 'can-cuoc', 'mic-personal', 'icao-mrz']

/** The certificate of a verdict, where its signature is right. */
export function dccOf(verdict: Verdict): Dcc | undefined {
  return verdict.kind === 'accepted' ? verdict.dcc.claims.dcc : verdict.decoded?.claims.dcc
}

export function readsTexts(state: State, services: Services, ways: Ways): TextReading {
  const { countdown, turns, fail } = ways
  let newest: symbol | undefined

  function close(): void {
    const { continuous, kiosk } = state.settings.value
    if (continuous || kiosk) ways.next()
    else ways.stopScan()
  }

  function showOther(kind: OtherKind): void {
    state.shown.value = undefined
    state.other.value = kind
    state.screen.value = 'other'
    services.scanner.pause()
    services.shift.add('other')
    services.giveSign('other', state.settings.value)
    countdown.start(OTHER_SECONDS, close)
  }

  function showJudgement(judgement: Judgement, passedBefore: boolean): void {
    const { verdict, at, code } = judgement
    state.shown.value = { judgement, passedBefore }
    state.lastChecks.value = { at, code, checks: verdict.checks }
    state.screen.value = 'result'
    services.shift.add(verdict.kind)
    services.giveSign(passedBefore ? 'undecided' : verdict.kind, state.settings.value)
    countdown.start(state.settings.value.resultSeconds, close)
  }

  async function readCertificate(text: string, isNewest: () => boolean): Promise<void> {
    const { policy, kiosk } = state.settings.value
    const at = services.now()
    services.scanner.pause()
    const judgement = await services.judge(text, policy, at)
    const watched = kiosk && judgement.verdict.kind === 'accepted' && isNewest()
    const passedBefore = watched && (await services.passedBefore(text, at))
    if (isNewest()) showJudgement(judgement, passedBefore)
  }

  async function compareWith(text: string, isNewest: () => boolean): Promise<void> {
    const found = await compare(state, services, text)
    if (!isNewest() || state.shown.value === undefined) return
    state.notice.value = 'notice' in found ? found.notice : undefined
    if ('notice' in found) return leaveUnread(state.shown.value)
    state.shown.value = { ...state.shown.value, comparison: found }
    state.screen.value = 'result'
    services.scanner.pause()
  }

  /** What an earlier paper agreed with is not said of this one; that it was somebody else's stays. Its screen says why. */
  function leaveUnread({ comparison, ...shown }: Shown): void {
    if (comparison?.matches.some(({ outcome }) => outcome === 'different')) return
    state.shown.value = shown
    if (state.screen.value === 'result' && !state.settings.value.kiosk) state.screen.value = 'identity'
  }

  async function take(text: string): Promise<void> {
    const isNewest = turns.begin()
    const kind = await services.recognise(text)
    if (!isNewest()) return
    const isForPaper = state.shown.value !== undefined && (papers.includes(kind) || state.aim.value === 'paper')
    if (isForPaper) return compareWith(text, isNewest)
    countdown.stop()
    state.notice.value = undefined
    state.aim.value = 'certificate'
    if (kind !== 'hc1') return showOther(kind)
    state.shown.value = undefined
    state.other.value = undefined
    await readCertificate(text, isNewest)
  }

  /** A file that takes long is dropped when something else was read meanwhile, or when nobody waits for it any more. */
  async function takeFile(file: Blob): Promise<void> {
    const isNewest = turns.begin()
    state.notice.value = undefined
    countdown.extend(FILE_SECONDS)
    const found = await textOf(services, file)
    if (!isNewest()) return
    if ('text' in found) return take(found.text)
    if (state.screen.value !== 'identity' && state.aim.value !== 'paper') ways.next()
    state.notice.value = found.notice
  }

  /** Where there is a result, what compares it with a paper is missing: its screen can try again. */
  function tellMissing(): void {
    if (state.screen.value === 'result') state.screen.value = 'identity'
    state.notice.value = 'part.missing'
  }

  /**
   * One that is overtaken, or that nobody waits for any more, hides nothing that comes later. What is kept to tell them
   * apart holds nothing of what is read.
   */
  async function busily(work: () => Promise<void>): Promise<void> {
    const mine = Symbol()
    newest = mine
    state.busy.value = true
    try {
      await work()
    } catch (error) {
      if (error instanceof Fault && error.code === 'part.missing') tellMissing()
      else fail()
    } finally {
      if (newest === mine) state.busy.value = false
    }
  }

  return {
    readText: (text) => busily(() => take(text)),
    readFile: (file) => busily(() => takeFile(file)),
    comparePaper: (text) => busily(() => compareWith(text, turns.begin())),
  }
}

/** The comparison, or what to say when the text is no paper or nothing is shown that it could be compared with. */
async function compare(state: State, services: Services, text: string): Promise<Comparison | { notice: WordKey }> {
  const dcc = state.shown.value && dccOf(state.shown.value.judgement.verdict)
  const paper = await services.readPaper(text)
  if (dcc === undefined || paper === undefined) return { notice: await whyUnread(services, text) }
  return { paper: paper.kind, matches: await services.comparePaper(dcc, paper) }
}

/** Lines of a passport that were typed wrong say where. */
async function whyUnread(services: Services, text: string): Promise<WordKey> {
  const [wrong] = await services.wrongCheckDigits(text)
  return wrong === undefined ? 'identity.unread' : `mrz.${wrong}`
}

async function textOf(services: Services, file: Blob): Promise<{ text: string } | { notice: WordKey }> {
  try {
    const text = await services.readFile(file)
    return text === undefined ? { notice: 'scan.no-code' } : { text }
  } catch (error) {
    return { notice: error instanceof Fault ? (error.code as InputCode) : 'input.broken' }
  }
}
