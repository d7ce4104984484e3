import fc from 'fast-check'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { qrMatrix } from '../src/index.ts'
import type { Mask } from '../src/mask.ts'
import type { Level } from '../src/symbol.ts'
import { isoPenalty } from './iso-penalty.ts'
import { textOf, texts } from './texts.ts'

const masks: readonly Mask[] = [0, 1, 2, 3, 4, 5, 6, 7]

function lowestMask(text: string, level: Level): number {
  const scores = masks.map((maskPattern) => {
    const drawn = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: level, maskPattern })
    return isoPenalty(drawn.modules.data, drawn.modules.size)
  })
  return scores.indexOf(Math.min(...scores))
}

describe('the mask', () => {
  it('is the one of lowest penalty by the standard, whatever the text and the level', () => {
    fc.assert(
      fc.property(texts(250), fc.constantFrom<Level>('L', 'M', 'Q', 'H'), (text, level) => {
        expect(qrMatrix(text, { level }).mask).toBe(lowestMask(text, level))
      }),
      { numRuns: 40 },
    )
  })

  it.each([20, 120, 300, 610, 1100, 2420])('is the one of lowest penalty for %i characters', (length) => {
    expect(qrMatrix(textOf(length)).mask).toBe(lowestMask(textOf(length), 'Q'))
  })

  it('does not depend on what was drawn before', () => {
    const first = qrMatrix(textOf(500))
    for (const length of [40, 700, 499, 501]) qrMatrix(textOf(length))
    expect(qrMatrix(textOf(500))).toEqual(first)
  })

  it('comes to every mask in turn', () => {
    const used = new Set(Array.from({ length: 200 }, (_, index) => qrMatrix(textOf(index + 1)).mask))
    expect([...used].sort()).toEqual([...masks])
  })
})
