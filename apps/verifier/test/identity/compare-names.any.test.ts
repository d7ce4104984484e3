import type { PersonName } from '@vaxcert/core/dcc'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../src/identity/compare-names.ts'
import type { IdentityPaper } from '../../src/identity/identity-card.ts'
import { cardPairs, mrzPairs, type NamePair, personalPairs } from './name-pairs.ts'

function nameOf(certified: string): PersonName {
  const [fn = '', gn = '', fnt = '', gnt = ''] = certified.split('|')
  return { ...(fn && { fn }), ...(gn && { gn }), ...(fnt && { fnt }), ...(gnt && { gnt }) }
}

function outcomeOf([certified, stated]: NamePair, kind: IdentityPaper['kind']): string {
  const { outcome, why } = compareNames(nameOf(certified), { kind, name: stated, birthDate: undefined })
  return why === undefined ? outcome : `${outcome} ${why}`
}

describe('The name of a certificate beside that of an identity card', () => {
  it.each(cardPairs)('"%s" and "%s" are %s', (...pair) => {
    expect(outcomeOf(pair, 'cccd')).toBe(pair[2])
    expect(outcomeOf(pair, 'can-cuoc')).toBe(pair[2])
  })
})

describe('The name of a certificate beside that of a personal code', () => {
  it.each(personalPairs)('"%s" and "%s" are %s', (...pair) => {
    expect(outcomeOf(pair, 'mic-personal')).toBe(pair[2])
  })

  it.each(cardPairs)('"%s" and "%s" are never the same there', (...pair) => {
    expect(outcomeOf(pair, 'mic-personal')).not.toBe('same')
  })
})

describe('The name of a certificate beside the machine readable zone', () => {
  it.each(mrzPairs)('"%s" and "%s" are %s', (...pair) => {
    expect(outcomeOf(pair, 'passport')).toBe(pair[2])
  })
})

it('No two different cards of the table are the same person', () => {
  const names = [
    ...new Set(cardPairs.filter(([, , outcome]) => outcome.startsWith('different')).map(([, name]) => name)),
  ]
  for (const certified of names) {
    for (const stated of names) {
      const outcome = outcomeOf([`${certified}|`, stated, ''], 'cccd')
      expect(outcome === 'same', `${certified} / ${stated}`).toBe(certified === stated)
    }
  }
})
