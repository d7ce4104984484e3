import { type HealthDocument, readDocuments } from '@vaxcert/core/dcc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentLayer, documentLayers } from '../../src/layers/document-layer.ts'
import { documentText } from '../../src/layers/document-text.ts'

const icvp: HealthDocument = {
  subClaim: -6,
  name: 'ICVP',
  fields: [
    { path: 'n', label: 'Name', value: 'Trần Thị Ánh' },
    { path: 'v.0.note', value: 'SAMPLE' },
  ],
  complete: true,
}

describe('the text of a document', () => {
  it('tells what it is, and each field by path, label and value', () => {
    expect(documentText(documentLayer(icvp))).toBe(
      [
        'Sub-claim -6: ICVP, proposed (smart-icvp DVCMin 0.3.0)',
        '  n         Name  Trần Thị Ánh',
        '  v.0.note        SAMPLE',
      ].join('\n'),
    )
  })

  it('says that a kind is unknown, that there is nothing, and that something was left out', () => {
    const unknown = documentLayer({ subClaim: -77, name: 'unknown', fields: [], complete: false })
    expect(unknown).toMatchObject({ status: 'unknown', judged: false })
    expect(documentText(unknown).split('\n')).toEqual([
      'Sub-claim -77: an unknown kind of document',
      '  (holds no fields)',
      '  (not all of it is shown: too many fields, too deep or too long)',
    ])
  })

  it('never steers the terminal, and keeps one line for each field', () => {
    const noise = fc.string({ unit: fc.constantFrom('\u001b[2J', '\u202e', '\n', '\r', '\u2028', 'A', ' ') })
    const fields = fc.array(fc.record({ path: noise, label: noise, value: noise }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fields, (all) => {
        const lines = documentText(documentLayer({ ...icvp, fields: all })).split('\n')
        expect(lines).toHaveLength(1 + all.length)
        expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
      }),
    )
  })
})

describe('the documents of a payload', () => {
  const hcert = new Map([
    [1, new Map()],
    [5, 'vhlink:/e'],
  ] as [number, string | Map<string, string>][])

  it('are read beside a certificate, too', () => {
    expect(documentLayers(new Map([[-260, hcert]]))).toEqual(readDocuments(hcert).map(documentLayer))
    expect(documentLayers(new Map([[-260, hcert]]))).toMatchObject([{ subClaim: 5, judged: false, status: 'in use' }])
  })

  it.each([
    ['no map', 'text'],
    ['no container', new Map([[1, 'VN']])],
    ['a container that is a list', new Map([[-260, []]])],
    ['too many', new Map([[-260, new Map(Array.from({ length: 99 }, (_, index) => [index + 2, 'x'] as const))]])],
  ])('are none where there is %s', (_, payload) => {
    expect(documentLayers(payload)).toEqual([])
  })
})
