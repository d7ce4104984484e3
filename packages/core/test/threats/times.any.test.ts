import { beforeAll, describe, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { checkTime, checkValidity } from '../../src/verify/checks/time.ts'
import { authority, seconds } from '../verify/world.ts'
import { type Court, forge, judge, tstr } from './forge.ts'
import { type Edit, payloadWith } from './forged-payload.ts'

const START = seconds('2022-05-01')
const END = seconds('2023-05-01')
const SKEW = 300
const DAY = 86_400

const at = (second: number, rest: Court = {}): Court => ({ ...rest, at: new Date(second * 1000) })
const uint = (value: number): string => `1b${value.toString(16).padStart(16, '0')}`
const double = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return `fb${view.getBigUint64(0).toString(16).padStart(16, '0')}`
}
const claims = (times: { iat?: string; exp?: string; nbf?: string }): Promise<string> => {
  const edits: Edit[] = Object.entries(times).map(([name, value]) => ({
    at: 'claims',
    key: { iat: '06', exp: '04', nbf: '05' }[name] as string,
    ...(value !== '' && { value }),
  }))
  return forge({ payload: payloadWith(...edits) })
}

describe('a certificate holds', () => {
  let good: string
  beforeAll(async () => {
    good = await claims({ iat: uint(START), exp: uint(END) })
  })

  it.each([
    [START - SKEW - 1, 'dcc.not-yet'], // CO16
    [START - SKEW, 'accepted'],
    [START, 'accepted'],
    [END - 1, 'accepted'],
    [END, 'accepted'],
    [END + 0.001, 'dcc.expired'],
    [END + 1, 'dcc.expired'], // CO17
    [0, 'dcc.not-yet'],
    [END * 1000, 'dcc.expired'],
  ])('at %d seconds: %s', async (second, outcome) => {
    expect(await judge(good, at(second))).toBe(outcome)
  })
})

describe('a time that is', () => {
  it.each([
    ['exp missing', { exp: '' }, 'accepted', 'claims.shape'],
    ['iat missing', { iat: '' }, 'accepted', 'claims.shape'],
    ['exp in milliseconds', { exp: uint(END * 1000) }, 'claims.shape', 'claims.shape'],
    ['iat in milliseconds', { iat: uint(START * 1000) }, 'claims.shape', 'claims.shape'],
    ['exp 2^40', { exp: uint(2 ** 40) }, 'claims.shape', 'claims.shape'],
    ['exp the last second below it', { exp: uint(2 ** 40 - 1) }, 'accepted', 'signer.expired'],
    ['exp 2^53', { exp: uint(2 ** 53) }, 'claims.shape', 'claims.shape'],
    ['exp 1e300', { exp: double(1e300) }, 'claims.shape', 'claims.shape'],
    ['exp NaN, as Uruguay wrote', { exp: 'f97e00' }, 'claims.shape', 'claims.shape'],
    ['exp endless', { exp: 'f97c00' }, 'claims.shape', 'claims.shape'],
    ['exp negative', { exp: '20' }, 'claims.shape', 'claims.shape'],
    ['exp 0', { exp: '00' }, 'dcc.expired', 'dcc.expired'],
    ['exp with a fraction', { exp: double(END + 0.9) }, 'accepted', 'claims.shape'],
    ['exp a text', { exp: tstr('2023-05-01') }, 'claims.shape', 'claims.shape'],
    ['exp a tagged text', { exp: `c0${tstr('2023-05-01T00:00:00Z')}` }, 'claims.shape', 'claims.shape'],
    ['exp a tagged number', { exp: `c1${uint(END)}` }, 'claims.shape', 'claims.shape'],
    ['exp before iat', { exp: uint(START - 1) }, 'dcc.expired', 'dcc.expired'],
    ['iat 0', { iat: '00' }, 'accepted', 'signer.expired'],
    ['iat in the future', { iat: uint(seconds('2022-06-02')) }, 'dcc.not-yet', 'dcc.not-yet'],
    ['nbf in the future', { nbf: uint(seconds('2022-06-02')) }, 'dcc.not-yet', 'dcc.not-yet'],
    ['nbf in the past', { nbf: uint(START) }, 'accepted', 'accepted'],
    ['nbf a text', { nbf: tstr('2022') }, 'claims.shape', 'claims.shape'],
  ])('%s', async (_, times, eu, strict) => {
    const text = await claims(times)
    expect(await judge(text)).toBe(eu)
    expect(await judge(text, { profile: 'strict' })).toBe(strict)
  })

  it('exp a fraction past the second ends with the second', async () => {
    const text = await claims({ exp: double(END + 0.9) })
    expect(await judge(text, at(END))).toBe('accepted')
    expect(await judge(text, at(END + 0.5))).toBe('dcc.expired')
  })

  it('exp before iat never holds, but within the skew', async () => {
    const text = await claims({ iat: uint(START), exp: uint(START - SKEW - 1) })
    for (const second of [START - SKEW - 1, START - SKEW, START, END]) {
      expect(await judge(text, at(second))).toMatch(/^dcc\.(not-yet|expired)$/)
    }
  })
})

interface Times {
  readonly iat: number
  readonly exp: number
  readonly nbf: number
  readonly notBefore: number
  readonly notAfter: number
  readonly now: number
}

/** Every way to choose each time from its list. */
function everyChoice(lists: Record<keyof Times, readonly number[]>): Times[] {
  return Object.entries(lists).reduce<object[]>(
    (choices, [name, list]) => choices.flatMap((choice) => list.map((value) => ({ ...choice, [name]: value }))),
    [{}],
  ) as Times[]
}

/**
 * The same question asked as intervals: `eu` wants the moment within the certificate's and within the
 * signer's; `strict` wants the one within the other too.
 */
function holds({ iat, exp, nbf, notBefore, notAfter, now }: Times, strict: boolean): boolean {
  const certificate = [Math.max(iat, nbf) - SKEW, exp] as const
  const signer = [notBefore - SKEW, notAfter] as const
  const both = [Math.max(certificate[0], signer[0]), Math.min(certificate[1], signer[1])] as const
  const nested = iat >= notBefore && exp <= notAfter
  return now >= both[0] && now <= both[1] && iat <= notAfter && (!strict || nested)
}

function passes({ notBefore, notAfter, now, ...times }: Times, strict: boolean): boolean {
  const signer = { ...documentSigner, notBefore, notAfter }
  const clock = { now, skew: SKEW }
  try {
    checkTime(times, clock)
    checkValidity(signer, times, clock, strict ? 'strict' : 'eu')
    return true
  } catch (error) {
    if (error instanceof Fault && /^(dcc|signer)\./.test(error.code)) return false
    throw error
  }
}

const { documentSigner } = authority()

describe('time and validity together', () => {
  it.each([false, true])('agree with intervals over a grid of all times, strict %s', (strict) => {
    const steps = [0, SKEW - 1, SKEW, SKEW + 1, 1000].map((step) => START + step)
    const lists = { iat: steps, exp: steps, nbf: [0, ...steps.slice(2)], notBefore: steps, notAfter: steps, now: steps }
    const all = everyChoice(lists)
    const wrong = all.filter((times) => passes(times, strict) !== holds(times, strict))
    expect(wrong).toEqual([])
    expect(all.filter((times) => passes(times, strict)).length).toBeGreaterThan(300)
  })
})

describe('the day of the event', () => {
  const given = (dt: string): Promise<string> =>
    forge({ payload: payloadWith({ at: 'event', key: tstr('dt'), value: tstr(dt) }) })
  const now = seconds('2022-06-01')

  it.each([
    ['2022-06-02', now, 'accepted'],
    ['2022-06-02', now - 1, 'dcc.not-yet'],
    ['2022-06-03', now, 'dcc.not-yet'],
    ['2022-06-03T00:00:00Z', now + 2 * DAY - SKEW, 'accepted'],
    ['2022-06-03T00:00:00Z', now + 2 * DAY - SKEW - 1, 'dcc.not-yet'],
    ['2022-06-03T07:00:00+07:00', now + 2 * DAY - SKEW - 1, 'dcc.not-yet'],
    ['2022-06-02T23:59:59', now, 'accepted'],
    ['2022-06-03T00:00:00', now, 'dcc.not-yet'],
    ['2022-06-03 00:00', now, 'dcc.not-yet'],
    ['2022', now, 'accepted'],
    ['2999', now, 'dcc.not-yet'],
    ['3 Jun 2022', now, 'accepted'],
    ['99999-01-01', now, 'dcc.not-yet'],
    ['2022-06-02T25:00:00Z', now, 'accepted'],
    ['20220603', now, 'accepted'],
    ['2022-06-03t00:00:00z', now, 'dcc.not-yet'],
    ['', now, 'accepted'],
  ])('%j at %d: %s', async (dt, second, outcome) => {
    expect(await judge(await given(dt), at(second))).toBe(outcome)
  })
})
