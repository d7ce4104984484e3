import { type Verdict, verify } from '@vaxcert/core'
import type { CborWritable } from '@vaxcert/core/cose'
import { trustList } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { unjudgedOf } from '../../src/verdicts/unjudged.ts'
import { verdictJson } from '../../src/verdicts/verdict-json.ts'
import { verdictText } from '../../src/verdicts/verdict-text.ts'
import { icvp, signedContainer } from '../health-document.ts'
import { authorityOf, NOW, vaccination } from '../sample-certificates.ts'

const trust = trustList([authorityOf('dsc-all').documentSigner])
const kid = Buffer.from(authorityOf('dsc-all').documentSigner.kid).toString('base64')

async function verdictOf(hcert: [number, CborWritable][], at = NOW): Promise<Verdict> {
  return verify(await signedContainer(new Map(hcert)), { trust, at })
}

describe('a document that nobody has rules for', () => {
  it('is told with signer, times and fields, and that its content is not judged', async () => {
    const text = verdictText('pass.png', await verdictOf([[-6, icvp]]))
    expect(text.split('\n')).toEqual([
      'pass.png: UNDECIDED',
      expect.stringMatching(/^ {2}it is another kind of health document: .*judged by nobody \(content\.no-rules\)$/),
      '  Issuer       VN',
      '  Issued       2021-12-09T21:20:00Z',
      `  Signed by    VN, key ${kid}`,
      '  Valid until  2022-11-22T02:40:00Z',
      '  Sub-claim -6: ICVP, proposed (smart-icvp DVCMin 0.3.0)',
      '    n       Name                Trần Thị Ánh',
      '    dob     Date of birth       1990-03-12',
      '    v.0.vp  Vaccine or product  XM0N24',
      '    v.0.bo  Batch               SAMPLE-B77',
      '',
    ])
  })

  it('is told in JSON with the same', async () => {
    const verdict = await verdictOf([
      [5, 'vhlink:/e'],
      [-6, icvp],
    ])
    expect(verdictJson('-', verdict)).toMatchObject({
      kind: 'undecided',
      code: 'content.no-rules',
      signer: { country: 'VN', kid },
      issuer: 'VN',
      times: { iat: '2021-12-09T21:20:00Z', exp: '2022-11-22T02:40:00Z' },
      documents: [
        { subClaim: 5, name: 'Health link', judged: false, fields: [{ path: '', label: 'Link', value: 'vhlink:/e' }] },
        { subClaim: -6, name: 'ICVP', status: 'proposed', judged: false, complete: true },
      ],
    })
  })

  it('shows untrusted text without its power over the terminal', async () => {
    const text = verdictText('-', await verdictOf([[-6, { n: 'A\u001b[2J\u202e\nFORGED' }]]))
    expect(text).toContain('A\\u{1b}[2J\\u{202e}\\u{a}FORGED\n')
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('is told nothing of once it is refused', async () => {
    const verdict = await verdictOf([[-6, icvp]], new Date('2024-01-01'))
    expect(unjudgedOf(verdict)).toBeUndefined()
    expect(verdictText('-', verdict)).toBe('-: REFUSED\n  it has expired (dcc.expired)\n')
    expect(JSON.stringify(verdictJson('-', verdict))).not.toContain('Ánh')
  })

  it('does not stand in the way of the certificate beside it', async () => {
    const verdict = await verdictOf([
      [-6, icvp],
      [1, vaccination as unknown as CborWritable],
    ])
    expect(verdict.kind).toBe('accepted')
    expect(verdictText('-', verdict)).not.toContain('ICVP')
  })
})
