import { describe, expect, it } from 'vitest'
import type { Levels } from '../../src/match/compare.ts'
import { estimateWeights, type Pattern } from '../../src/match/estimate.ts'
import { evidenceBits } from '../../src/match/score.ts'
import { matchWeights2022 } from '../../src/match/weights.ts'

const silent: Levels = {
  ...{ number: 'silent', name: 'silent', birthDate: 'silent', sex: 'silent' },
  ...{ commune: 'silent', phone: 'silent', household: 'silent' },
}

/** Of people: 90 in 100 say the right sex, 80 in 100 the right commune. Of strangers: 50 and 10 in 100. */
function patterns(isSame: boolean, number: Levels['number'], isTold: boolean): readonly Pattern[] {
  const [sexShare, communeShare] = isSame ? [0.9, 0.8] : [0.5, 0.1]
  return (['equal', 'other'] as const).flatMap((sex) =>
    (['equal', 'other'] as const).map((commune) => {
      const share =
        (sex === 'equal' ? sexShare : 1 - sexShare) * (commune === 'equal' ? communeShare : 1 - communeShare)
      const levels = { ...silent, number, sex, commune, birthDate: isSame ? 'equal' : 'other' } as const
      return { levels, count: Math.round(share * 10_000), ...(isTold && { isSame }) }
    }),
  )
}

describe('estimated weights', () => {
  const strangers = patterns(false, 'other', false)

  it.each([
    ['decided', true],
    ['undecided', false],
  ])('of %s pairs are what the pairs were made with', (_, isTold) => {
    const candidates = [...patterns(true, 'equal', isTold), ...patterns(false, 'other', isTold)]
    const { bits, version } = estimateWeights({ candidates, strangers, people: 10_000 }, matchWeights2022)
    expect(bits.sex.equal).toBeCloseTo(Math.log2(0.9 / 0.5), 1)
    expect(bits.sex.other).toBeCloseTo(Math.log2(0.1 / 0.5), 1)
    expect(bits.commune.equal).toBeCloseTo(Math.log2(0.8 / 0.1), 1)
    expect(bits.commune.other).toBeCloseTo(Math.log2(0.2 / 0.9), 1)
    expect(version).toBe('start-2022-05-31+estimated')
  })

  it('stay as they were where nothing, or too little, was seen', () => {
    const candidates = [...patterns(true, 'equal', true), ...patterns(false, 'other', true)]
    const { bits } = estimateWeights({ candidates, strangers, people: 10_000 }, matchWeights2022)
    expect(bits.number).toEqual(matchWeights2022.bits.number)
    expect(bits.phone).toEqual(matchWeights2022.bits.phone)
    expect(estimateWeights({ candidates: [], strangers: [], people: 0 }, matchWeights2022).bits).toEqual(
      matchWeights2022.bits,
    )
  })

  it('count a silent field for nothing', () => {
    expect(evidenceBits(silent, matchWeights2022)).toBe(0)
  })
})
