import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { root, type VectorFile, vectors } from './vector-files.ts'

const readme = readFileSync(`${root}README.md`, 'utf8')
const repository = fileURLToPath(new URL('../..', import.meta.url))

function blockOf(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(readme)?.[1] ?? ''
}

/** What the loops take: a text, and nothing that only a verifier with lists and rules can use. */
function isBasic(given: VectorFile['given']): boolean {
  const basic = ['text', 'clock', 'trust', 'profile']
  return given.text !== undefined && Object.keys(given).every((name) => basic.includes(name))
}

/** A developer's folder, into which both packages are installed. */
const home = mkdtempSync(join(tmpdir(), 'vaxcert-developer-'))
beforeAll(() => {
  mkdirSync(join(home, 'node_modules/@vaxcert'), { recursive: true })
  symlinkSync(root, join(home, 'node_modules/@vaxcert/test-vectors'))
  symlinkSync(join(repository, 'packages/core'), join(home, 'node_modules/@vaxcert/core'))
})
afterAll(() => rmSync(home, { recursive: true }))

describe('The loop of the README', () => {
  it('in TypeScript finds nothing wrong with our verifier', () => {
    writeFileSync(join(home, 'loop.mts'), blockOf('ts'))
    const typescript = pathToFileURL(join(repository, '.ci/ts.mjs')).href
    const flags = ['--no-warnings', '--conditions=@vaxcert/source', '--import', typescript]
    const { stdout, stderr } = spawnSync(process.execPath, [...flags, 'loop.mts'], { cwd: home, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toBe('done\n')
  })

  it('in Python tells each vector that a verifier of mere yeses gets wrong', ({ skip }) => {
    writeFileSync(join(home, 'loop.py'), blockOf('python'))
    writeFileSync(join(home, 'my_verifier.py'), 'def verify(text, trust, clock, profile):\n    return "accepted"\n')
    const { status, stdout, stderr } = spawnSync('python3', ['loop.py'], { cwd: home, encoding: 'utf8' })
    skip(status === null && process.env.CI !== 'true', 'no python3 here')
    const wrong = vectors.filter(({ given, expect: { kind } }) => isBasic(given) && kind !== 'accepted')
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n')).toHaveLength(wrong.length)
  })
})

/** Rows of the table: the official id, and the vectors named in the last column. */
const rows = [...readme.matchAll(/^\| ([A-Z-]+\d+) \|.*\| ([^|]*) \|$/gm)].map(([, row = '', named = '']) => ({
  row,
  ids: Array.from(named.matchAll(/`(\w+\/[\w-]+)`/g), ([, id = '']) => id),
}))

describe("The EU's list in the README", () => {
  it('has every row', ({ skip }) => {
    const suites = inject('suites')
    if (suites === null) return skip('the list lies in the public suites')
    const list = readFileSync(join(suites, 'dgc-testdata/BasicDgcTestsList.md'), 'utf8')
    const official = [...list.matchAll(/^\|\s*((?:Q|H|B|Z|CO|CBO|DGC|I-CO)\d+)\s*\|/gm)].map(([, row]) => row)
    expect(rows.map(({ row }) => row)).toEqual(official)
  })

  it('names vectors that exist', () => {
    const known = new Set(vectors.map(({ id }) => id))
    expect(rows.flatMap(({ ids }) => ids).filter((id) => !known.has(id))).toEqual([])
  })

  it('names every vector that names a row', () => {
    const told = new Map(rows.map(({ row, ids }) => [row, ids]))
    const untold = vectors.filter(({ id, officialId }) => officialId && !told.get(officialId)?.includes(id))
    expect(untold.map(({ id }) => id)).toEqual([])
  })

  it('leaves no row without a file also without a vector', () => {
    const bare = [...readme.matchAll(/^\| ([A-Z]+\d+) \| (?:in)?valid \| no \| –/gm)]
    expect(bare).toEqual([])
  })
})
