import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/decode/decoder.ts'
import { effortAfter } from '../../src/scan/effort.ts'
import { createHintWatch } from '../../src/scan/hints.ts'
import { brightness, movement, viewOf } from '../../src/scan/view.ts'

const flat = (level: number) => new Uint8Array(900).fill(level)
const nothing: Reading = { kind: 'nothing' }
const located: Reading = { kind: 'located' }
const text: Reading = { kind: 'text', text: 'HC1:A', symbol: 'qr' }

describe('hints', () => {
  it('wait a while', () => {
    const hints = createHintWatch()
    hints.reset(0)
    expect(hints.watch(located, flat(10), 2_900)).toBeUndefined()
  })

  it('ask for light where it is dark', () => {
    const hints = createHintWatch()
    hints.reset(0)
    expect(hints.watch(nothing, flat(20), 3_100)).toBe('light')
    expect(hints.watch(nothing, flat(120), 3_200)).toBeUndefined()
  })

  it('ask to come closer when a code is seen and stands still', () => {
    const hints = createHintWatch()
    hints.reset(0)
    hints.watch(nothing, flat(120), 100)
    expect(hints.watch(located, flat(121), 3_100)).toBe('closer')
    expect(hints.watch(nothing, flat(121), 5_200)).toBeUndefined()
  })

  it('ask for a still hand when a code is seen and moves', () => {
    const hints = createHintWatch()
    hints.reset(0)
    hints.watch(nothing, flat(120), 100)
    expect(hints.watch(located, flat(160), 3_100)).toBe('still')
  })

  it('are over with a text, and wait again', () => {
    const hints = createHintWatch()
    hints.reset(0)
    expect(hints.watch(text, flat(10), 5_000)).toBeUndefined()
    expect(hints.watch(nothing, flat(10), 7_900)).toBeUndefined()
    expect(hints.watch(nothing, flat(10), 8_100)).toBe('light')
  })
})

describe('a view of a frame', () => {
  it('is every 24th pixel', () => {
    const data = new Uint8ClampedArray(96 * 48 * 4).map((_, at) => (at % 4 === 1 ? (at >> 2) % 96 : 255))
    expect(Array.from(viewOf({ width: 96, height: 48, data }))).toEqual([0, 24, 48, 72, 0, 24, 48, 72])
  })

  it('tells brightness and movement, of nothing too', () => {
    expect(brightness(flat(70))).toBe(70)
    expect(movement(flat(70), flat(60))).toBe(10)
    expect([brightness(new Uint8Array()), movement(new Uint8Array(), flat(3))]).toEqual([0, 0])
  })
})

it('every second frame after a miss is looked at twice, and every sixth for Aztec codes', () => {
  const aRound = ['plain', 'enhanced', 'plain', 'enhanced', 'aztec', 'enhanced']
  expect(Array.from({ length: 12 }, (_, misses) => effortAfter(misses))).toEqual([...aRound, ...aRound])
})
