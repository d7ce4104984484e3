import { writeCbor, writeSign1 } from '@vaxcert/core/cose'
import { encodeBase45, writeText } from '@vaxcert/core/dcc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspect } from '../../src/layers/layers.ts'
import { inspectionText } from '../../src/layers/layers-text.ts'
import { authorityOf, recovery, sampleText, test, vaccination } from '../sample-certificates.ts'

describe('the layers of a certificate', () => {
  it('are all there, each as the one before unpacks to it', async () => {
    const text = await sampleText(vaccination)
    const { ok, code, layers } = inspect(text)
    expect([ok, code]).toEqual([true, undefined])
    expect(layers.base45?.characters).toBe(text.length - 4)
    expect(text).toBe(`HC1:${encodeBase45(Buffer.from(layers.zlib?.hex ?? '', 'hex'))}`)
    expect(layers.cose?.hex).toMatch(/^d284/)
    expect(layers.cose?.hex.endsWith(layers.cose.signature ?? '-')).toBe(true)
    expect(layers.cose?.hex).toContain(layers.cose?.payload)
    expect(layers.dcc).toEqual(vaccination)
    expect(layers.strictSchema).toEqual([])
  })

  it('tell the headers, the algorithm, the key and the times', async () => {
    const { kid } = authorityOf('dsc-all').documentSigner
    const hex = Buffer.from(kid).toString('hex')
    const { layers } = inspect(await sampleText(test))
    expect(layers.cose).toMatchObject({
      tags: [18],
      protected: { 1: -7, 4: `h'${hex}'` },
      unprotected: {},
      algorithm: 'ES256',
      kid: { hex, base64: Buffer.from(kid).toString('base64') },
    })
    expect(layers.times).toEqual({ iat: '2022-06-01T12:00:00Z', exp: '2023-06-01T12:00:00Z' })
    expect(layers.claims).toMatchObject({ 1: 'VN', 4: 1685620800, 6: 1654084800, '-260': { 1: { ver: '1.3.0' } } })
  })

  it('judge the check character of the identifier, as far as it has one', async () => {
    const states = []
    for (const dcc of [vaccination, recovery])
      states.push(inspect(await sampleText(dcc)).layers.uvci?.[0]?.checkCharacter)
    expect(states).toEqual(['right', 'absent'])
  })
})

describe('a text that cannot be read to its end', () => {
  it.each([
    ['HC2:ABC', 'text.prefix', ['text']],
    ['HC1:abc', 'text.base45', ['text']],
    ['HC1:000', 'text.zlib', ['text', 'base45', 'zlib']],
  ])('%s shows the layers above', (text, code, layers) => {
    const inspection = inspect(text)
    expect(inspection).toMatchObject({ ok: false, code })
    expect(Object.keys(inspection.layers)).toEqual(layers)
  })

  it('shows what it can of a message that is none', () => {
    const { ok, code, layers } = inspect(writeText(writeCbor([1, new Map([[4, 'kid']]), 'payload'])))
    expect([ok, code]).toEqual([false, 'cose.shape'])
    expect(layers.cose).toMatchObject({ tags: [], unprotected: { 4: 'kid' } })
  })

  it('shows claims that are no certificate, as they stand', () => {
    const payload = writeCbor(
      new Map<number, string | Map<string, number>>([
        [1, 'XX'],
        [-260, new Map([['1', 7]])],
      ]),
    )
    const header = writeCbor(new Map([[1, -257]]))
    const { code, layers } = inspect(writeText(writeSign1(header, payload, new Uint8Array(64))))
    expect(code).toBe('claims.shape')
    expect(layers.cose?.algorithm).toBe('unknown')
    expect(layers.claims).toEqual({ 1: 'XX', '-260': { '"1"': 7 } })
  })
})

describe('the text of an inspection', () => {
  it('has a section for each layer and says that nothing is believed', async () => {
    const text = inspectionText('pass.txt', inspect(await sampleText(vaccination)))
    expect(text).toMatch(/^pass.txt: decodes; nobody has checked its signature\n/)
    const titles = text.split('\n').filter((line) => /^\S/.test(line))
    expect(titles.slice(1)).toEqual([
      'Text',
      'base45',
      'zlib',
      'COSE',
      'Claims',
      'Times',
      'Certificate',
      'Identifiers',
      'Against the strict schema',
    ])
  })

  it('never steers the terminal, whatever the text and the file name', () => {
    const noise = fc.string({ unit: fc.constantFrom('HC1:', '\u001b[2J', '\u202e', '\n', 'A') })
    fc.assert(
      fc.property(noise, (text) => {
        const shown = inspectionText(text, inspect(text))
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }),
    )
  })
})
