import { type Verdict, verify } from '@vaxcert/core'
import { type ListsAge, trustList } from '@vaxcert/core/trust'
import type { RuleResult } from '@vaxcert/core/verify/rules'
import { describe, expect, it } from 'vitest'
import { listsFacts } from '../../src/verdicts/lists-facts.ts'
import { verdictJson } from '../../src/verdicts/verdict-json.ts'
import { verdictText } from '../../src/verdicts/verdict-text.ts'
import { authorityOf, NOW, sampleText, vaccination } from '../sample-certificates.ts'

const HOUR = 3600
const stale: ListsAge = { age: 'stale', seconds: 50 * HOUR, clock: 'right' }

async function accepted(lists?: ListsAge): Promise<Verdict> {
  const trust = trustList([authorityOf('dsc-all').documentSigner])
  return verify(await sampleText(vaccination), { trust, at: NOW, ...(lists && { lists }) })
}

function rule(identifier: string, outcome: RuleResult['outcome']): RuleResult {
  const descriptions = new Map([
    ['en', `${identifier} in English`],
    ['vi', `${identifier} bằng tiếng Việt`],
  ])
  return { identifier, version: '1.0.0', type: 'Acceptance', outcome, descriptions }
}

describe('the age of the lists', () => {
  it.each([
    [0, 'fresh', 'right', 'number 12, 0 seconds old, fresh'],
    [1, 'fresh', 'right', 'number 12, 1 second old, fresh'],
    [119, 'fresh', 'right', 'number 12, 119 seconds old, fresh'],
    [3 * HOUR + 59, 'fresh', 'right', 'number 12, 3 hours old, fresh'],
    [47 * HOUR, 'stale', 'right', 'number 12, 47 hours old, stale'],
    [90 * 24 * HOUR, 'too-old', 'right', 'number 12, 90 days old, too old'],
    [-5, 'fresh', 'behind', 'number 12, from a time that has not come, fresh, by a clock that is behind'],
  ] as const)('of %i seconds is told in words', (seconds, age, clock, text) => {
    expect(listsFacts({ epoch: 1, number: 12, age: { age, seconds, clock } })).toEqual([['Lists', text]])
  })

  it('is told with each verdict where the caller holds a snapshot, and else not', async () => {
    const verdict = await accepted()
    const lists = { epoch: 1, number: 7, age: stale }
    expect(verdictText('-', verdict, { lists })).toContain('  Lists        number 7, 2 days old, stale\n')
    expect(verdictJson('-', verdict, { lists })).toMatchObject({ lists: { epoch: 1, number: 7, age: 'stale' } })
    expect(verdictText('-', verdict)).not.toContain('Lists')
    const unread = { kind: 'refused', code: 'picture.no-code', checks: [] } as const
    expect(verdictText('-', unread, { lists })).toContain('  Lists        number 7')
  })

  it('is a warning in an accepted verdict of stale lists', async () => {
    const verdict = await accepted(stale)
    expect(verdictText('-', verdict)).toMatch(/^ {2}Warning {6}the lists are stale: .* \(lists\.stale\)$/m)
    expect(verdictJson('-', verdict)).toMatchObject({ warnings: ['lists.stale'] })
  })
})

describe('what rules said', () => {
  const rules = [rule('VR-VN-0001', 'passed'), rule('VR-VN-0002', 'open'), rule('VR-VN-0003', 'failed')]
  const refused: Verdict = { kind: 'refused', code: 'rules.refused', checks: [], rules }

  it('is told in the language of the reader, what is not met first', () => {
    expect(
      verdictText('-', refused, { languages: ['vi-VN'] })
        .split('\n')
        .slice(1, 5),
    ).toEqual([
      '  it does not meet the rules that were asked for (rules.refused)',
      '  Not met      VR-VN-0003 bằng tiếng Việt (VR-VN-0003)',
      '  Unclear      VR-VN-0002 bằng tiếng Việt (VR-VN-0002)',
      '  Met          VR-VN-0001 bằng tiếng Việt (VR-VN-0001)',
    ])
    expect(verdictText('-', refused)).toContain('VR-VN-0003 in English')
  })

  it('is told in JSON in the order of asking, and not at all where none was asked', async () => {
    const { rules: told } = verdictJson('-', refused, { languages: ['vi'] })
    expect(told).toMatchObject([{ outcome: 'passed' }, { outcome: 'open' }, { outcome: 'failed' }])
    expect(told).toMatchObject([{ identifier: 'VR-VN-0001', description: 'VR-VN-0001 bằng tiếng Việt' }, {}, {}])
    expect(verdictJson('-', await accepted())).not.toHaveProperty('rules')
  })

  it('never steers the terminal', () => {
    const hostile: RuleResult = { ...rule('VR-VN-0001', 'failed'), descriptions: new Map([['en', 'A\u202e\u001b[2J']]) }
    expect(verdictText('-', { ...refused, rules: [hostile] })).toContain('A\\u{202e}\\u{1b}[2J (VR-VN-0001)')
  })
})
