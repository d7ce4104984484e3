import { readPublicKey, type Signer, signatureVerifier } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import { afterEach, describe, expect, it } from 'vitest'
import type { HsmSigner } from '../../src/hsm-signer.ts'
import { defaultRetries, realSurroundings } from '../../src/retry.ts'
import { codeOf } from '../faults.ts'
import { NOW, sampleKey, sampleToBeSigned } from './certificates.ts'
import { open, type Served, type ServePlan, serve } from './served.ts'

const key = sampleKey('dsc-vaccination')
const isRight = signatureVerifier(readPublicKey(key.certificate.spki))
const running: { stop?(): Promise<void>; close?(): Promise<void> }[] = []

afterEach(async () => {
  for (const { stop, close } of running.splice(0).reverse()) await (stop ?? close)?.()
})

async function started(plan?: ServePlan): Promise<Served> {
  const served = await serve(key, plan)
  running.push(served)
  return served
}

async function opened(...given: Parameters<typeof open>): Promise<HsmSigner> {
  const signer = await open(...given)
  running.push(signer)
  return signer
}

const messages = (count: number) => Array.from({ length: count }, () => sampleToBeSigned(key))
const signAll = (signer: Signer, items: readonly Uint8Array[]) => Promise.all(items.map((item) => signer.sign(item)))

describe('a remote signer', () => {
  it('signs, many in one request', async () => {
    const served = await started()
    const signer = await opened(served.url, key, { perRequest: 100, connections: 2 })
    expect(signer.lanes).toBe(200)
    const items = messages(500)
    const signatures = await signAll(signer, items)
    for (const [index, item] of items.entries()) expect(await isRight(item, signatures[index] as Uint8Array)).toBe(true)
    expect(served.signed()).toBe(500)
    expect(served.events.length).toBeLessThan(10)
    expect(served.events.reduce((sum, { signed }) => sum + signed, 0)).toBe(500)
  })

  it('tells the server nothing that its log could betray', async () => {
    const served = await started()
    await signAll(await opened(served.url, key), messages(3))
    expect(Object.keys(served.events[0] ?? {}).sort()).toEqual(['client', 'kid', 'refused', 'signed'])
    expect(JSON.stringify(served.events)).not.toMatch(/NGUY|URN|1990/i)
  })

  it('goes on when the server was killed under way and started again', async () => {
    const dying = await started({ signer: { ...key.signer, sign: dieAfter(150, () => restart()) } })
    const port = Number(new URL(dying.url).port)
    const restart = async (): Promise<void> => {
      await dying.stop()
      await started({ port })
    }
    const patient = { surroundings: realSurroundings, retries: { ...defaultRetries, failures: 1000, tries: 20 } }
    const signer = await opened(dying.url, key, { perRequest: 16, ...patient })
    const items = messages(400)
    const signatures = await signAll(signer, items)
    expect(dying.signed()).toBeGreaterThanOrEqual(150)
    for (const [index, item] of items.entries()) expect(await isRight(item, signatures[index] as Uint8Array)).toBe(true)
  })

  it('says busy when the server is gone, and rests then', async () => {
    const served = await started()
    const signer = await opened(served.url, key, { retries: { ...defaultRetries, failures: 4 } })
    await served.stop()
    const [item = new Uint8Array()] = messages(1)
    expect(await codeOf(() => signer.sign(item))).toBe('signer.busy')
    expect(signer.health().circuit).toBe('open')
    expect(await codeOf(() => signer.sign(item))).toBe('signer.busy')
  })

  it('says busy when one is slow, and does not wait for ever', async () => {
    const slow: Signer = { ...key.signer, sign: () => new Promise(() => {}) }
    const served = await started({ signer: slow })
    const signer = await opened(served.url, key, { timeout: 100, retries: { ...defaultRetries, tries: 2 } })
    const [item = new Uint8Array()] = messages(1)
    expect(await codeOf(() => signer.sign(item))).toBe('signer.busy')
  })

  it('passes on that the key behind it is busy, or refuses', async () => {
    for (const code of ['signer.busy', 'signer.refused'] as const) {
      const served = await started({ signer: { ...key.signer, sign: () => Promise.reject(new Fault(code)) } })
      const signer = await opened(served.url, key)
      const [item = new Uint8Array()] = messages(1)
      expect(await codeOf(() => signer.sign(item)), code).toBe(code)
    }
  })

  it('says that something was laid out too long ago, and signs the rest', async () => {
    const signer = await opened((await started()).url, key)
    const days = (count: number) => sampleToBeSigned(key, new Date(NOW.getTime() + count * 86_400_000))
    const [late, right, early] = await Promise.allSettled(
      [days(-2), days(-0.5), days(1)].map((item) => signer.sign(item)),
    )
    for (const one of [late, early]) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'signer.time' } })
    expect(right?.status).toBe('fulfilled')
  })

  it('asks again only for those that had no answer', async () => {
    let asked = 0
    const everySecond: Signer = {
      ...key.signer,
      sign(item) {
        asked += 1
        if (asked % 2 === 0) throw new Fault('signer.busy')
        return key.signer.sign(item)
      },
    }
    const served = await started({ signer: everySecond })
    const signer = await opened(served.url, key, { perRequest: 64, retries: { ...defaultRetries, tries: 12 } })
    await signAll(signer, messages(64))
    expect(asked).toBeLessThan(64 * 2 + 2)
  })

  it('believes no signature of another key, and no garbage', async () => {
    const other = sampleKey('dsc-all').signer
    const { kid, algorithm, lanes } = key.signer
    const wrong = [other.sign, () => new Uint8Array(64), () => new Uint8Array(3), () => new Uint8Array()]
    for (const sign of wrong) {
      const served = await started({ signer: { kid, algorithm, lanes, sign } })
      const signer = await opened(served.url, key)
      const [item = new Uint8Array()] = messages(1)
      expect(await codeOf(() => signer.sign(item))).toBe('signer.refused')
    }
  })

  it('lets go at once when it is told to, and signs what others asked for', async () => {
    const served = await started()
    const signer = await opened(served.url, key)
    const [one = new Uint8Array(), two = new Uint8Array()] = messages(2)
    const stop = new AbortController()
    const first = signer.sign(one, stop.signal)
    const second = signer.sign(two)
    stop.abort(new Error('enough'))
    await expect(first).rejects.toThrow('enough')
    expect(await isRight(two, await second)).toBe(true)
    await expect(signer.sign(one, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  })

  it('takes one signal for all that it signs at once, and has Node warn of nothing', async () => {
    const warnings: Error[] = []
    const keep = (warning: Error): void => void warnings.push(warning)
    process.on('warning', keep)
    const signer = await opened((await started()).url, key)
    const { signal } = new AbortController()
    await Promise.all(messages(20).map((item) => signer.sign(item, signal)))
    process.off('warning', keep)
    expect(warnings).toEqual([])
  })

  it('signs what it was asked for before it closes, and nothing later', async () => {
    const served = await started()
    const signer = await opened(served.url, key)
    const [item = new Uint8Array()] = messages(1)
    const before = signer.sign(item)
    const closing = signer.close()
    expect(await codeOf(() => signer.sign(item))).toBe('signer.refused')
    expect(await isRight(item, await before)).toBe(true)
    await closing
    expect(signer.health()).toEqual({ circuit: 'closed', sessions: 4, signatures: 1, failures: 0 })
  })

  it('is told when it asks for too many a minute, and what is left waits', async () => {
    const served = await started({ perMinute: 10 })
    const signer = await opened(served.url, key)
    const done = await Promise.allSettled(messages(25).map((item) => signer.sign(item)))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    for (const outcome of done) if (outcome.status === 'rejected') expect(outcome.reason.code).toBe('signer.busy')
    expect(served.signed()).toBe(10)
  })

  it.each([
    'http://localhost:1',
    'https://user:secret@localhost:1',
    'https://localhost:1/path',
    'https://localhost:1/?q',
  ])('does not take the address %s', async (url) => {
    await expect(open(url, key)).rejects.toThrow(TypeError)
  })
})

/** Signs so many, and has the server die with the next. */
function dieAfter(count: number, die: () => Promise<void>): Signer['sign'] {
  let left = count
  return async (item) => {
    left -= 1
    if (left === 0) await die()
    return key.signer.sign(item)
  }
}
