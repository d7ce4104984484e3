import { decodeBase45, encodeBase45, inflate, removePrefix } from '@vaxcert/core/dcc'
import { describe, expect, it } from 'vitest'
import { createAntiPassback } from '../../src/kiosk/anti-passback.ts'
import { sign, vaccination } from '../app/certificates.ts'

const start = Date.parse('2026-03-01T08:00:00Z')

function minute(minutes: number): Date {
  return new Date(start + minutes * 60_000)
}

describe('A gate notices a code that comes twice', () => {
  it('within the window, and not after it', async () => {
    const gate = createAntiPassback({ window: 10, maxEntries: 100 })
    expect(await gate.passedBefore('one', minute(0))).toBe(false)
    expect(await gate.passedBefore('two', minute(1))).toBe(false)
    expect(await gate.passedBefore('one', minute(9))).toBe(true)
    expect(await gate.passedBefore('one', minute(19))).toBe(true)
    expect(await gate.passedBefore('one', minute(30))).toBe(false)
  })

  it('also when both come at once', async () => {
    const gate = createAntiPassback()
    const both = await Promise.all([gate.passedBefore('one', minute(0)), gate.passedBefore('one', minute(0))])
    expect(both).toEqual([false, true])
  })

  it('also with white space around it', async () => {
    const gate = createAntiPassback()
    await gate.passedBefore('one', minute(0))
    expect(await gate.passedBefore(' one\r\n', minute(1))).toBe(true)
  })

  it('and its clock may go back a little', async () => {
    const gate = createAntiPassback({ window: 10, maxEntries: 100 })
    await gate.passedBefore('one', minute(5))
    expect(await gate.passedBefore('one', minute(0))).toBe(true)
    expect(await gate.passedBefore('one', minute(-30))).toBe(false)
  })

  it('wants a moment', async () => {
    await expect(createAntiPassback().passedBefore('one', new Date(Number.NaN))).rejects.toThrow(TypeError)
  })
})

describe('A gate forgets', () => {
  it('what lies outside the window, with the next code', async () => {
    const gate = createAntiPassback({ window: 10, maxEntries: 100 })
    for (let i = 0; i < 5; i++) await gate.passedBefore(`code ${i}`, minute(i))
    expect(gate.size).toBe(5)
    await gate.passedBefore('late', minute(12))
    expect(gate.size).toBe(4)
    await gate.passedBefore('later', minute(60))
    expect(gate.size).toBe(1)
  })

  it('the oldest where there are too many', async () => {
    const gate = createAntiPassback({ window: 10, maxEntries: 2 })
    for (const code of ['one', 'two', 'three']) await gate.passedBefore(code, minute(0))
    expect(gate.size).toBe(2)
    expect(await gate.passedBefore('one', minute(1))).toBe(false)
    expect(await gate.passedBefore('three', minute(1))).toBe(true)
  })

  it('everything when told to, even what is being asked', async () => {
    const gate = createAntiPassback()
    await gate.passedBefore('one', minute(0))
    const asked = gate.passedBefore('two', minute(0))
    gate.forget()
    await asked
    expect(gate.size).toBe(0)
    expect(await gate.passedBefore('one', minute(0))).toBe(false)
  })
})

describe('What a gate holds', () => {
  it('is neither a code nor a hash that another gate would make of it', async () => {
    const made: Uint8Array[] = []
    const { sign } = crypto.subtle
    crypto.subtle.sign = async (...given) => {
      const hash = await sign.apply(crypto.subtle, given)
      made.push(new Uint8Array(hash))
      return hash
    }
    await createAntiPassback().passedBefore('HC1:CANARY', minute(0))
    await createAntiPassback().passedBefore('HC1:CANARY', minute(0))
    crypto.subtle.sign = sign
    expect(made).toHaveLength(2)
    expect(made[0]).not.toEqual(made[1])
  })
})

describe('A certificate', () => {
  it('is known again however its bytes are compressed', async () => {
    const text = await sign(vaccination())
    const cose = inflate(decodeBase45(removePrefix(text)))
    const otherwise = `HC1:${encodeBase45(stored(cose))}`
    expect(otherwise).not.toBe(text)
    const gate = createAntiPassback()
    expect(await gate.passedBefore(text, minute(0))).toBe(false)
    expect(await gate.passedBefore(otherwise, minute(1))).toBe(true)
    expect(await gate.passedBefore(await sign(vaccination({ dob: '1990-03-13' })), minute(2))).toBe(false)
  })
})

/** The bytes as a zlib stream that compresses nothing. */
function stored(bytes: Uint8Array): Uint8Array {
  const stream = new Uint8Array([
    0x78,
    0x01,
    1,
    bytes.length & 255,
    bytes.length >> 8,
    ~bytes.length & 255,
    (~bytes.length >> 8) & 255,
    ...bytes,
    0,
    0,
    0,
    0,
  ])
  let [low, high] = [1, 0]
  for (const byte of bytes) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  new DataView(stream.buffer).setUint32(stream.length - 4, high * 65_536 + low)
  return stream
}
