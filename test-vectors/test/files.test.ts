import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { folders, readJson, root, type VectorFile, vectorPaths, vectors } from './vector-files.ts'

const validate = new Ajv2020({ strictTypes: false, allErrors: true }).compile(readJson('vector.schema.json') as object)

const index = readJson('index.json') as { readonly vectors: readonly Pick<VectorFile, 'id' | 'officialId'>[] }

describe('The files', () => {
  it('are hundreds', () => {
    expect(vectorPaths.length).toBeGreaterThan(400)
  })

  it.each(vectorPaths)('%s fits the schema, and its id is its path', (path) => {
    const vector = readJson(path) as VectorFile
    validate(vector)
    expect(validate.errors).toBeNull()
    expect(`${vector.id}.json`).toBe(path)
  })

  it('stand in no other folders', () => {
    const found = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .map(({ name }) => name)
    expect(found.toSorted()).toEqual([...folders, 'bodies', 'keys', 'rules-vn', 'test', 'trust'].toSorted())
  })

  it('say something different each within their folder', () => {
    const abouts = vectors.map(({ id, about }) => `${id.split('/')[0]}: ${about}`)
    expect(abouts.filter((about, at) => abouts.indexOf(about) !== at)).toEqual([])
  })

  it('show what editors hide', () => {
    const hiding = vectorPaths.filter((path) =>
      /(?![ \n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{M}\p{Z}]/u.test(readFileSync(`${root}${path}`, 'utf8')),
    )
    expect(hiding).toEqual([])
  })
})

describe('The schema', () => {
  const right = readJson('text/valid.json') as VectorFile

  it.each([
    ['an unknown member', { more: 1 }],
    ['a code beside an acceptance', { expect: { ...right.expect, code: 'text.zlib' } }],
    ['a refusal without a code', { expect: { ...right.expect, kind: 'refused', code: undefined } }],
    ['a clock without a zone', { given: { ...right.given, clock: '2022-06-01T00:00:00' } }],
    ['upper-case hex', { stages: { cose: 'D2' } }],
    ['an id outside the folders', { id: 'other/case' }],
  ])('refuses %s', (_, change) => {
    expect(validate(right)).toBe(true)
    expect(validate(JSON.parse(JSON.stringify({ ...right, ...change })))).toBe(false)
  })
})

describe('The index', () => {
  it('lists every vector once, with its code', () => {
    const entries = vectors.map(({ id, officialId, expect: { kind, code } }) => ({
      id,
      kind,
      ...(code && { code }),
      ...(officialId && { officialId }),
    }))
    const byId = (left: { id: string }, right: { id: string }): number => (left.id < right.id ? -1 : 1)
    expect(index.vectors.toSorted(byId)).toEqual(entries.toSorted(byId))
  })

  it('keeps the folders in river order', () => {
    const seen = [...new Set(index.vectors.map(({ id }) => id.split('/')[0]))]
    expect(seen).toEqual(folders)
  })
})

describe('The package', () => {
  it('gives its files by their names', () => {
    const script = [
      "import index from '@vaxcert/test-vectors/index.json' with { type: 'json' }",
      "import gzip from '@vaxcert/test-vectors/text/zlib-gzip.json' with { type: 'json' }",
      "import sample from '@vaxcert/test-vectors/trust/sample.json' with { type: 'json' }",
      'console.log(index.vectors.length, gzip.expect.code, sample.signers.length)',
    ].join('\n')
    const printed = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
      cwd: root,
    })
    expect(printed.toString()).toBe(`${vectors.length} text.zlib 7\n`)
  })
})
