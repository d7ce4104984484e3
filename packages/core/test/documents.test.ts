import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

function namesIn(folder: string, form: RegExp, recursive = false): string[] {
  const names = readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
  return names.filter((name) => form.test(name)).map((name) => join(folder, name))
}

const rooms = ['packages', 'apps'].flatMap((folder) => namesIn(folder, /^[a-z-]+$/))
const documents = [
  ...namesIn('.', /\.md$/),
  ...namesIn('docs', /\.md$/, true),
  ...[...rooms, 'keys-sample', 'test-vectors']
    .map((room) => `${room}/README.md`)
    .filter((file) => existsSync(join(root, file))),
]

describe.each(documents)('%s', (file) => {
  it('links to files that are there', () => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)
    expect(links.filter((path) => !existsSync(join(root, dirname(file), path)))).toEqual([])
  })
})

describe('the threat model', () => {
  const text = read('docs/threat-model.md')

  it('names tests that are there', () => {
    const places = [
      'packages/core/test/threats',
      'packages/core/test',
      'apps/verifier/test',
      'packages/records/test',
      'packages/hsm/test',
      'packages/batch/test',
      'packages/paper/test',
      'apps/cli/test',
      '.',
    ]
    const tests = [...text.matchAll(/[\w./-]+\.test\.ts/g)].map(([path]) => path)
    expect(tests.filter((test) => !places.some((place) => existsSync(join(root, place, test))))).toEqual([])
    expect(tests.length).toBeGreaterThan(20)
  })

  it('names every file of the threat suite', () => {
    const suite = namesIn('packages/core/test/threats', /\.test\.ts$/).map((path) => path.split('/').at(-1) as string)
    expect(suite.filter((name) => !text.includes(name))).toEqual([])
  })

  it('has every row', () => {
    const counts = {
      ...{ B: 8, Z: 9, C: 14, S: 14, X: 8, L: 15, V: 7, W: 12, R: 14 },
      ...{ K: 6, O: 5, I: 15, G: 7, A: 6, P: 5 },
    }
    const rows = Object.entries(counts).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, n) => `${letter}${n + 1}`),
    )
    const named = new Set(
      [...text.matchAll(/^\| ([A-Z]\d+(?:, [A-Z]\d+)*) \|/gm)].flatMap(([, ids = '']) => ids.split(', ')),
    )
    expect(rows.filter((row) => !named.has(row))).toEqual([])
  })
})

describe('the records of decisions', () => {
  it('stand in their index', () => {
    const index = read('docs/decisions/README.md')
    const records = namesIn('docs/decisions', /^\d{4}-.*\.md$/).map((path) => path.split('/').at(-1) as string)
    expect(records.filter((record) => !index.includes(`(${record})`))).toEqual([])
  })
})
