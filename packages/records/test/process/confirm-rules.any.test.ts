import { describe, expect, it } from 'vitest'
import { limits2022 } from '../../src/cleanse/limits.ts'
import { type ConfirmableDose, confirmedFields } from '../../src/confirm/confirmed-fields.ts'
import type { DoseStanding } from '../../src/confirm/index.ts'
import { changedSince, verifiedAgain } from '../../src/process/confirm-rules.ts'

describe('PR-01, an identity that must be verified again', () => {
  const check = (edited: string, verified: string, isForeigner = false) =>
    verifiedAgain.check({
      history: { isForeigner, ...(edited !== '' && { edited }), ...(verified !== '' && { verified }) },
      limits: limits2022,
      today: '2022-05-31',
    })

  it.each([
    ['2022-05-03', '2022-05-02', ['verified']],
    ['2022-05-02', '2022-05-02', []],
    ['2022-05-01', '2022-05-02', []],
    ['2022-05-30', '', ['verified']],
    ['', '', ['verified']],
    ['', '2021-10-01', []],
  ])('edited %j, verified %j: %j', (edited, verified, parts) => {
    expect(check(edited, verified)).toEqual(parts)
  })

  it('is not asked of foreigners, whom the register does not know', () => {
    expect(check('2022-05-30', '', true)).toEqual([])
  })
})

describe('PR-02, a confirmed dose that was changed', () => {
  const dose = Object.fromEntries(confirmedFields.map((field) => [field, ''])) as ConfirmableDose

  it.each([
    ['changed', ['dose']],
    ['confirmed', []],
    ['other', []],
    ['foreign', []],
  ] as readonly (readonly [DoseStanding, readonly string[]])[])('is %s: %j', (standing, parts) => {
    expect(changedSince.check({ dose, standing: () => standing })).toEqual(parts)
  })
})
