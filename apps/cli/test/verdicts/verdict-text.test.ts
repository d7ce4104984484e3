import { type Verdict, verify } from '@vaxcert/core'
import type { Dcc } from '@vaxcert/core/dcc'
import { trustList } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/verdicts/facts.ts'
import { verdictJson } from '../../src/verdicts/verdict-json.ts'
import { verdictText } from '../../src/verdicts/verdict-text.ts'
import { authorityOf, NOW, recovery, sampleText, test, vaccination } from '../sample-certificates.ts'

async function verdictOf(dcc: Dcc, at: Date = NOW): Promise<Verdict> {
  return verify(await sampleText(dcc), { trust: trustList([authorityOf('dsc-all').documentSigner]), at })
}

describe('an accepted certificate', () => {
  it('is told with name, event, signer and end', async () => {
    const kid = Buffer.from(authorityOf('dsc-all').documentSigner.kid).toString('base64')
    expect(verdictText('pass.png', await verdictOf(vaccination))).toBe(
      [
        'pass.png: ACCEPTED',
        '  Name         Trần Thị Ánh (TRAN<<THI<ANH)',
        '  Born         1990-03-12',
        '  Vaccination  dose 2 of 2, Pfizer (EU/1/20/1528), on 2021-08-14 in VN, issued by SAMPLE Ministry',
        '  Identifier   URN:UVCI:01:VN:SAMPLEVACCINATION#H',
        `  Signed by    VN, key ${kid}`,
        '  Valid until  2023-06-01T12:00:00Z',
        '',
      ].join('\n'),
    )
  })

  it('may be of a test or a recovery', async () => {
    expect(verdictText('-', await verdictOf(test))).toContain(
      '  Test         not detected, type LP6464-4, sample of 2022-05-31T08:00:00Z in VN, issued by SAMPLE Ministry\n',
    )
    expect(verdictText('-', await verdictOf(recovery))).toContain(
      '  Recovery     first positive test on 2022-01-10 in VN, valid 2022-01-21 to 2022-07-09, issued by SAMPLE Ministry\n',
    )
  })

  it('is told in JSON with what it says', async () => {
    const json = verdictJson('pass.png', await verdictOf(vaccination))
    expect(Object.keys(json)).toEqual(['file', 'kind', 'checks', 'dcc'])
    expect(json).toMatchObject({ file: 'pass.png', kind: 'accepted', dcc: vaccination })
    expect(Object.keys(verdictJson('-', await verdictOf(vaccination)))).not.toContain('file')
  })
})

describe('a certificate that is not accepted', () => {
  it('is told with the reason alone: what it says is not believed', async () => {
    const verdict = await verdictOf(vaccination, new Date('2024-01-01'))
    expect(verdictText('pass.png', verdict)).toBe('pass.png: REFUSED\n  it has expired (dcc.expired)\n')
    const json = verdictJson('pass.png', verdict)
    expect(Object.keys(json)).toEqual(['file', 'kind', 'code', 'checks'])
    expect(JSON.stringify(json)).not.toContain('TRAN')
  })

  it('is undecided where our list knows no key', async () => {
    const verdict = await verify(await sampleText(vaccination), { trust: trustList([]), at: NOW })
    expect(verdictText('-', verdict)).toMatch(/^-: UNDECIDED\n {2}the trust list holds no key .* \(signer.unknown\)\n$/)
    expect(verdictJson('-', verdict)).toMatchObject({ kind: 'undecided', code: 'signer.unknown' })
  })
})

describe('the facts of a certificate', () => {
  it('never steer the terminal', () => {
    const hostile = { ...vaccination, nam: { fn: 'A\u001b[2J', fnt: 'A' }, dob: '1990\u202e' }
    expect(factsOf(hostile)).toContainEqual(['Name', 'A\\u{1b}[2J (A)'])
    expect(factsOf(hostile)).toContainEqual(['Born', '1990\\u{202e}'])
  })

  it('name a product by its code where we have no name for it, and show what is not stated', () => {
    const [event] = vaccination.v ?? []
    if (event === undefined) throw new TypeError('no event')
    const facts = factsOf({ ...vaccination, nam: { fnt: 'TRAN' }, dob: '', v: [{ ...event, mp: 'Convidecia' }] })
    expect(facts.slice(0, 2)).toEqual([
      ['Name', 'TRAN'],
      ['Born', 'not stated'],
    ])
    expect(facts[2]?.[1]).toMatch(/^dose 2 of 2, Convidecia, on/)
  })
})
