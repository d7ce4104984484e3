import { Fault } from '@vaxcert/core/fault'
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

/** An answer that comes when the test says so. */
function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolves) => {
    resolve = resolves
  })
  return { promise, resolve }
}

const expired: Judgement = {
  verdict: { kind: 'refused', code: 'dcc.expired', checks: [] },
  at: NOW,
  code: 'dcc.expired',
}

describe('When nobody looks any more', () => {
  it('what is being judged is not shown, nor counted', async () => {
    const { promise, resolve } = later<Judgement>()
    const { state, services, startScan, readText, leave } = session({}, { judge: () => promise })
    startScan()
    const judging = readText('HC1:SLOW')
    leave()
    resolve(expired)
    await judging
    expect([state.screen.value, state.shown.value]).toEqual(['scan', undefined])
    expect(services.shift.counts.value.refused).toBe(0)
  })

  it('a file that is being read is dropped', async () => {
    const { promise, resolve } = later<string | undefined>()
    const { state, readFile, leave } = session({}, { readFile: () => promise })
    const reading = readFile(new Blob())
    leave()
    resolve(await sign(vaccination()))
    await reading
    expect([state.screen.value, state.shown.value]).toEqual(['start', undefined])
  })
})

describe('What is asked of a certificate', () => {
  it('when it changes while one is judged, nothing is shown that was asked otherwise', async () => {
    const { promise, resolve } = later<Judgement>()
    const { state, services, readText, change } = session({}, { judge: () => promise })
    const judging = readText('HC1:SLOW')
    change({ policy: { kind: 'rules', country: 'VN', purpose: 'entry' } })
    resolve(expired)
    await judging
    expect([state.shown.value, services.shift.counts.value.refused]).toEqual([undefined, 0])
  })
})

describe('A second paper', () => {
  it('that cannot be read does not stand beside what the first one agreed with', async () => {
    const same = async () => [{ field: 'name', outcome: 'same' } as const]
    const { state, readText } = session(
      {},
      { comparePaper: same, recognise: async (text) => (text.startsWith('HC1:') ? 'hc1' : 'icao-mrz') },
    )
    await readText(await sign(vaccination()))
    await readText(CARD)
    expect(state.shown.value?.comparison).toBeDefined()
    await readText('P<VNM of somebody else')
    expect(state.shown.value?.comparison).toBeUndefined()
    expect([state.screen.value, state.notice.value]).toEqual(['identity', 'identity.unread'])
  })
})

describe('An error of the app itself', () => {
  it('while judging leaves no verdict, neither the old nor a new one', async () => {
    let isBroken = false
    const text = await sign(vaccination())
    const { state, services, startScan, readText } = session(
      {},
      {
        passedBefore: async () => {
          if (isBroken) throw new Error('broken')
          return false
        },
      },
    )
    services.settings.change({ kiosk: true })
    startScan()
    await readText(text)
    expect(state.screen.value).toBe('result')
    isBroken = true
    await readText(text)
    expect([state.screen.value, state.shown.value, state.camera.value]).toEqual(['broken', undefined, false])
    expect(state.busy.value).toBe(false)
  })

  it('anywhere else does too, and nothing comes up later', async () => {
    const { promise, resolve } = later<Judgement>()
    const { state, countdown, readText, fail, stopScan } = session({}, { judge: () => promise })
    const judging = readText('HC1:SLOW')
    fail()
    resolve(expired)
    await judging
    expect([state.screen.value, state.shown.value, countdown.left.value]).toEqual(['broken', undefined, undefined])
    stopScan()
    expect(state.screen.value).toBe('start')
  })
})

describe('A file', () => {
  it('without a code, or one that cannot be read, says so', async () => {
    const { state, readFile } = session()
    await readFile(new Blob())
    expect(state.notice.value).toBe('scan.no-code')
    const broken = session({}, { readFile: () => Promise.reject(new Error('broken')) })
    await broken.readFile(new Blob())
    expect(broken.state.notice.value).toBe('input.broken')
    const locked = session({}, { readFile: () => Promise.reject(new Fault('input.encrypted')) })
    await locked.readFile(new Blob())
    expect(locked.state.notice.value).toBe('input.encrypted')
  })

  it('without a code takes the last verdict away before it says so', async () => {
    const { state, readText, readFile } = session()
    await readText(await sign(vaccination()))
    await readFile(new Blob())
    expect([state.screen.value, state.shown.value, state.notice.value]).toEqual(['start', undefined, 'scan.no-code'])
  })

  it('without a code leaves a certificate that waits for its paper', async () => {
    const { state, readText, openIdentity, readFile } = session()
    await readText(await sign(vaccination()))
    openIdentity()
    await readFile(new Blob())
    expect([state.screen.value, state.notice.value]).toEqual(['identity', 'scan.no-code'])
    expect(state.shown.value).toBeDefined()
  })

  it('with a card is compared with the certificate it was waiting for', async () => {
    const { state, readText, openIdentity, readFile } = session({}, { readFile: async () => CARD })
    await readText(await sign(vaccination()))
    openIdentity()
    await readFile(new Blob())
    expect([state.screen.value, state.shown.value?.comparison?.paper]).toEqual(['result', 'cccd'])
  })

  it('that takes long hides the result behind it, which does not close meanwhile', async () => {
    const { promise, resolve } = later<string | undefined>()
    const { state, readText, readFile } = session({ resultSeconds: 5 }, { readFile: () => promise })
    await readText(await sign(vaccination()))
    const reading = readFile(new Blob())
    expect(state.busy.value).toBe(true)
    vi.advanceTimersByTime(30_000)
    expect(state.screen.value).toBe('result')
    resolve('https://example.vn')
    await reading
    expect([state.screen.value, state.busy.value]).toEqual(['other', false])
  })

  it('that takes long never shows over what was read after it', async () => {
    const { promise, resolve } = later<string | undefined>()
    const { state, readText, readFile } = session({}, { readFile: () => promise })
    const slow = readFile(new Blob())
    await readText(await forge(vaccination()))
    resolve(await sign(vaccination()))
    await slow
    expect(state.shown.value?.judgement.code).toBe('signature.mismatch')
  })

  it('that nobody waits for any more hides no later result', async () => {
    const { promise } = later<string | undefined>()
    const { state, readText, readFile, next } = session({}, { readFile: () => promise })
    void readFile(new Blob())
    next()
    expect(state.busy.value).toBe(false)
    await readText(await sign(vaccination()))
    expect([state.screen.value, state.busy.value]).toEqual(['result', false])
  })

  it('that was overtaken while it was read hides no later result either', async () => {
    const { promise, resolve } = later<string | undefined>()
    const { state, readText, readFile, isFree, next } = session({}, { readFile: () => promise })
    const slow = readFile(new Blob())
    await readText(await forge(vaccination()))
    expect([state.screen.value, state.busy.value]).toEqual(['result', false])
    resolve(undefined)
    await slow
    expect(state.busy.value).toBe(false)
    next()
    expect(isFree()).toBe(true)
  })

  it('with a certificate is judged', async () => {
    const text = await sign(vaccination())
    const { state, readFile } = session({}, { readFile: async () => text })
    await readFile(new Blob())
    expect(state.shown.value?.judgement.verdict.kind).toBe('accepted')
  })
})
