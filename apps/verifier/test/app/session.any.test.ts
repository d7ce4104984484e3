import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Judgement } from '../../src/judge/judge.ts'
import { forge, NOW, sign, vaccination } from './certificates.ts'
import { session } from './world.ts'

const CARD = '001190012345||Nguyễn Thị Ngọc Ánh|13031990|Nữ|Hà Nội|25042021'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('A certificate', () => {
  it('is shown with its verdict, counted, and gone after the set time', async () => {
    const { state, services, readText } = session({ resultSeconds: 5 })
    await readText(await sign(vaccination()))
    expect(state.screen.value).toBe('result')
    expect(state.shown.value?.judgement.verdict.kind).toBe('accepted')
    expect(services.shift.counts.value.accepted).toBe(1)
    vi.advanceTimersByTime(5000)
    expect(state.screen.value).toBe('start')
    expect(state.shown.value).toBeUndefined()
  })

  it('that is refused leaves its checks for the supervisor, and nothing of the person', async () => {
    const { state, readText, next } = session()
    await readText(await forge(vaccination()))
    next()
    expect(state.lastChecks.value?.code).toBe('signature.mismatch')
    expect(JSON.stringify(state)).not.toContain('NGUYEN')
  })

  it('gives way to the camera again when results are continuous', async () => {
    const { state, startScan, readText } = session({ resultSeconds: 5 })
    startScan()
    await readText(await sign(vaccination()))
    vi.advanceTimersByTime(5000)
    expect(state.screen.value).toBe('scan')
  })

  it('ends the scan when results are not continuous', async () => {
    const { state, startScan, readText } = session({ resultSeconds: 5, continuous: false })
    startScan()
    await readText(await sign(vaccination()))
    vi.advanceTimersByTime(5000)
    expect([state.screen.value, state.camera.value]).toEqual(['start', false])
  })

  it('is gone at once when nobody looks any more', async () => {
    const { state, readText, leave } = session()
    await readText(await sign(vaccination()))
    leave()
    expect([state.screen.value, state.shown.value]).toEqual(['start', undefined])
  })

  it('stays longer when somebody asks for it', async () => {
    const { state, countdown, readText } = session({ resultSeconds: 5 })
    await readText(await sign(vaccination()))
    countdown.extend(120)
    vi.advanceTimersByTime(119_000)
    expect(state.screen.value).toBe('result')
    vi.advanceTimersByTime(1000)
    expect(state.screen.value).toBe('start')
  })

  it('that takes long to judge is never shown over a later one', async () => {
    const answers: ((judgement: Judgement) => void)[] = []
    const judge = () => new Promise<Judgement>((resolve) => answers.push(resolve))
    const { state, readText } = session({}, { judge })
    const slow = readText('HC1:SLOW')
    await expect.poll(() => answers).toHaveLength(1)
    const quick = readText('HC1:QUICK')
    await expect.poll(() => answers).toHaveLength(2)
    const answer = (code: 'dcc.expired' | 'dcc.revoked'): Judgement => ({
      verdict: { kind: 'refused', code, checks: [] },
      at: NOW,
      code,
    })
    answers[1]?.(answer('dcc.revoked'))
    await quick
    answers[0]?.(answer('dcc.expired'))
    await slow
    expect(state.shown.value?.judgement.code).toBe('dcc.revoked')
    expect(state.lastChecks.value?.code).toBe('dcc.revoked')
  })

  it('that came through the gate before is told as such', async () => {
    const passedBefore = vi.fn(async () => true)
    const { state, readText } = session({ kiosk: true }, { passedBefore })
    await readText(await sign(vaccination()))
    expect(state.shown.value?.passedBefore).toBe(true)
    await readText(await forge(vaccination()))
    expect(passedBefore).toHaveBeenCalledTimes(1)
  })
})

describe('Another code', () => {
  it('is named, counted and gone', async () => {
    const { state, services, readText } = session()
    await readText('https://example.vn')
    expect([state.screen.value, state.other.value]).toEqual(['other', 'link'])
    expect(services.shift.counts.value.other).toBe(1)
    vi.advanceTimersByTime(8000)
    expect(state.screen.value).toBe('start')
  })

  it('never leaves a verdict on the screen', async () => {
    const { state, readText } = session()
    await readText(await sign(vaccination()))
    await readText('https://example.vn')
    expect(state.shown.value).toBeUndefined()
  })
})

describe('An identity card', () => {
  it('is compared with the certificate on the screen, and with nothing else', async () => {
    const { state, readText } = session()
    await readText(CARD)
    expect(state.screen.value).toBe('other')
    await readText(await sign(vaccination()))
    await readText(CARD)
    expect(state.shown.value?.comparison?.paper).toBe('cccd')
    expect(JSON.stringify(state.shown.value?.comparison)).not.toContain('Nguyễn')
  })

  it('that cannot be read leaves the certificate where it is', async () => {
    const { state, scanPaper, readText } = session()
    await readText(await sign(vaccination()))
    scanPaper()
    await readText('no paper')
    expect([state.screen.value, state.notice.value]).toEqual(['scan', 'identity.unread'])
    expect(state.shown.value).toBeDefined()
  })

  it('typed wrong says where', async () => {
    const { state, readText, comparePaper } = session({}, { wrongCheckDigits: async () => ['birth-date'] })
    await readText(await sign(vaccination()))
    await comparePaper('P<VNM')
    expect(state.notice.value).toBe('mrz.birth-date')
  })
})

it('A newer version of the app waits while somebody is checked', async () => {
  const { readText, isFree, next } = session()
  expect(isFree()).toBe(true)
  await readText(await sign(vaccination()))
  expect(isFree()).toBe(false)
  next()
  expect(isFree()).toBe(true)
})

it('At a gate the camera looks on when a result closes, whatever else is set', async () => {
  const { state, startScan, readText } = session({ kiosk: true, continuous: false, resultSeconds: 5 })
  startScan()
  await readText(await forge(vaccination()))
  expect(state.screen.value).toBe('result')
  vi.advanceTimersByTime(5000)
  expect([state.screen.value, state.shown.value]).toEqual(['scan', undefined])
})
