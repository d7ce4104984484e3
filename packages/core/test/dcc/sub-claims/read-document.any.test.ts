import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCbor } from '../../../src/cose/cbor-reader.ts'
import { CborTag, type CborValue } from '../../../src/cose/cbor-value.ts'
import { writeCbor } from '../../../src/cose/cbor-writer.ts'
import {
  MAX_DEPTH,
  MAX_DOCUMENTS,
  MAX_FIELDS,
  MAX_PATH,
  MAX_VALUE,
  readDocument,
  readDocuments,
} from '../../../src/dcc/sub-claims/read-document.ts'
import { codeOf } from '../../faults.ts'

type Entries = readonly (readonly [number | string, CborValue])[]

function map(...entries: Entries): CborValue {
  return new Map(entries)
}

/** Path, label and value of each field. */
function rows(value: CborValue, label = -6): readonly (readonly (string | undefined)[])[] {
  return readDocument(label, value).fields.map((field) => [field.path, field.label, field.value])
}

function nested(levels: number, value: CborValue): CborValue {
  return levels === 0 ? value : map(['a', nested(levels - 1, value)])
}

describe('a document', () => {
  it('is told field by field, in its order, with the labels of the registry', () => {
    const person = map(['n', 'Lan'], ['dob', '1985-03-12'], ['v', [map(['vp', 'XM0N24'], ['dt', '2022-04-20'])]])
    expect(readDocument(-6, person)).toEqual({
      subClaim: -6,
      name: 'ICVP',
      fields: [
        { path: 'n', label: 'Name', value: 'Lan' },
        { path: 'dob', label: 'Date of birth', value: '1985-03-12' },
        { path: 'v.0.vp', label: 'Vaccine or product', value: 'XM0N24' },
        { path: 'v.0.dt', label: 'Date of vaccination', value: '2022-04-20' },
      ],
      complete: true,
    })
  })

  it('may have its vaccination as one map or as a list of them', () => {
    const event = map(['tg', '1D47'])
    expect(rows(map(['v', event]))).toEqual([['v.tg', 'Disease', '1D47']])
    expect(rows(map(['v', [event, event]]))).toEqual([
      ['v.0.tg', 'Disease', '1D47'],
      ['v.1.tg', 'Disease', '1D47'],
    ])
  })

  it('bears the label of a field on all that lies within it', () => {
    const vaccination = map(['vaccine', map(['code', 'XM0GQ8'], ['system', 'ICD-11'])], ['lot', 'L1'])
    expect(rows(map(['vaccination', vaccination]), 3)).toEqual([
      ['vaccination.vaccine.code', 'Vaccine', 'XM0GQ8'],
      ['vaccination.vaccine.system', 'Vaccine', 'ICD-11'],
      ['vaccination.lot', 'Lot', 'L1'],
    ])
  })

  it('shows unknown fields by their path alone, and every field of an unknown kind', () => {
    expect(rows(map(['x', map(['n', 'a'])]))).toEqual([['x.n', undefined, 'a']])
    expect(readDocument(-77, map(['n', 'a']))).toMatchObject({ name: 'unknown', fields: [{ path: 'n', value: 'a' }] })
  })

  it('gives no label to a text where the registry has a group', () => {
    expect(rows(map(['v', 'text']))).toEqual([['v', undefined, 'text']])
  })

  it('may be a link, as a text or as a list', () => {
    expect(rows('vhlink:/e', 5)).toEqual([['', 'Link', 'vhlink:/e']])
    expect(rows([map(['u', 'vhlink:/e'])], 5)).toEqual([['0.u', 'Link', 'vhlink:/e']])
  })

  it.each([
    [7, '7'],
    [-1.5, '-1.5'],
    [1e300, '1e+300'],
    [true, 'true'],
    [Number.NaN, 'NaN'],
    [new Uint8Array([0, 255]), "h'00ff'"],
    ['', ''],
    [new CborTag(1, 479433600), '479433600'],
  ])('shows %s as text', (value, text) => {
    expect(rows(value)).toEqual([['', undefined, text]])
  })

  it.each([null, undefined, [], map(), [null], map(['n', null])])(
    'says nothing where there is nothing: %s',
    (value) => {
      expect(readDocument(-6, value)).toEqual({ subClaim: -6, name: 'ICVP', fields: [], complete: true })
    },
  )
})

describe('a path', () => {
  it('tells numbers, texts that look like numbers, and names with dots apart', () => {
    const tricky = map([1, 'a'], ['1', 'b'], ['v.0.vp', 'c'], ['', 'd'], ['"', 'e'], [-6, 'f'], ['Tên', 'g'])
    expect(rows(tricky).map(([path]) => path)).toEqual(['1', '"1"', '"v.0.vp"', '""', '"\\""', '-6', '"Tên"'])
    expect(rows(tricky).every(([, label]) => label === undefined)).toBe(true)
  })

  it('takes the names of inherited members for plain names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'valueOf']
    const hostile = map(...names.map((name) => [name, 'x'] as const))
    expect(rows(hostile)).toEqual(names.map((name) => [name, undefined, 'x']))
    expect(rows(hostile, 3).map(([path]) => path)).toEqual(names)
  })
})

describe('what is too much', () => {
  it('is cut and said: texts, at whole characters', () => {
    const exact = 'x'.repeat(MAX_VALUE)
    expect(readDocument(-6, exact)).toMatchObject({ fields: [{ value: exact }], complete: true })
    const { fields, complete } = readDocument(-6, `${'x'.repeat(MAX_VALUE - 2)}\u{1f489}\u{1f489}`)
    expect([fields[0]?.value, complete]).toEqual([`${'x'.repeat(MAX_VALUE - 2)}…`, false])
  })

  it('is cut and said: bytes and names', () => {
    expect(readDocument(-6, new Uint8Array(33))).toMatchObject({ fields: [{ value: `h'${'00'.repeat(32)}…'` }] })
    expect(readDocument(-6, new Uint8Array(33)).complete).toBe(false)
    expect(readDocument(-6, map(['n'.repeat(65), 'x']))).toMatchObject({
      fields: [{ path: `"${'n'.repeat(63)}…"` }],
      complete: false,
    })
  })

  it('is cut and said: paths', () => {
    const long = (levels: number): CborValue => (levels === 0 ? 'x' : map(['n'.repeat(49), long(levels - 1)]))
    expect(readDocument(-6, long(5))).toMatchObject({ complete: true })
    const { fields, complete } = readDocument(-6, long(6))
    expect([fields[0]?.path.length, fields[0]?.path.endsWith('n…'), complete]).toEqual([MAX_PATH, true, false])
  })

  it('is left out and said: fields', () => {
    const list = (length: number) => Array.from({ length }, () => 7)
    expect(readDocument(-6, list(MAX_FIELDS))).toMatchObject({ complete: true })
    expect(readDocument(-6, [...list(MAX_FIELDS), null])).toMatchObject({ complete: true })
    const { fields, complete } = readDocument(-6, list(MAX_FIELDS + 1))
    expect([fields.length, complete]).toEqual([MAX_FIELDS, false])
  })

  it('is left out and said: levels', () => {
    expect(readDocument(-6, nested(MAX_DEPTH, 'x'))).toMatchObject({ fields: [{ value: 'x' }], complete: true })
    expect(readDocument(-6, nested(MAX_DEPTH + 1, 'x'))).toMatchObject({ fields: [], complete: false })
  })
})

describe('the documents of a container', () => {
  it('are all but the EU certificate, null, and what stands under a text', () => {
    const hcert = new Map<number | string, CborValue>([
      [5, 'vhlink:/e'],
      [1, new Map()],
      [3, null],
      ['-6', 'x'],
      [-6, map(['n', 'Lan'])],
    ])
    expect(readDocuments(hcert).map(({ subClaim }) => subClaim)).toEqual([5, -6])
  })

  it('are eight at most', () => {
    const holding = (count: number) => new Map(Array.from({ length: count }, (_, index) => [index + 10, 'x']))
    expect(readDocuments(holding(MAX_DOCUMENTS))).toHaveLength(MAX_DOCUMENTS)
    expect(codeOf(() => readDocuments(holding(MAX_DOCUMENTS + 1)))).toBe('claims.shape')
  })
})

describe('any document', () => {
  const name = fc.oneof(
    fc.integer(),
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.constantFrom('n', 'v', 'vaccination'),
  )
  const { tree } = fc.letrec<{ tree: CborValue }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 12, depthIdentifier: 'tree' },
      fc.string({ unit: 'binary', maxLength: 700 }),
      fc.double(),
      fc.constantFrom(null, undefined, true),
      fc.uint8Array({ maxLength: 50 }),
      fc.array(tie('tree'), { maxLength: 40, depthIdentifier: 'tree' }),
      fc
        .uniqueArray(fc.tuple(name, tie('tree')), { selector: ([key]) => key, maxLength: 20 })
        .map((all) => new Map(all)),
      tie('tree').map((value) => new CborTag(1, value)),
    ),
  }))

  it('gives a bounded number of fields, texts and paths, and never an error', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(-77, -6, 2, 3, 4, 5), (value, label) => {
        const { fields } = readDocument(label, value)
        expect(fields.length).toBeLessThanOrEqual(MAX_FIELDS)
        for (const field of fields) {
          expect(field.value.length).toBeLessThanOrEqual(MAX_VALUE)
          expect(field.path.length).toBeLessThanOrEqual(MAX_PATH)
        }
      }),
    )
  })

  it('tells every leaf once where it is small', () => {
    const leaves = fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), { maxKeys: 20 })
    fc.assert(
      fc.property(leaves, (texts) => {
        const read = readCbor(writeCbor(new Map(Object.entries(texts))), { code: 'claims.shape' })
        const { fields, complete } = readDocument(-77, read)
        expect(complete).toBe(true)
        expect(fields.map(({ value }) => value)).toEqual(Object.values(texts))
        expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length)
      }),
    )
  })
})
