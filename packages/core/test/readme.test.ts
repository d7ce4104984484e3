import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const readmes = [
  'README.md',
  ...['core', 'paper', 'records', 'hsm', 'batch'].map((room) => `packages/${room}/README.md`),
  'apps/cli/README.md',
]
/** A place that may import every package, and that git does not see. */
const folder = join(root, 'apps/cli/node_modules/.readme')

interface Example {
  readonly name: string
  readonly code: string
}

/**
 * Every `ts` block is a program of its own; names that it does not declare are those of `readme-names.ts`. What needs a device or
 * a cloud stands in blocks that say `typescript`, and does not run.
 */
function examplesOf(readme: string): Example[] {
  if (!existsSync(join(root, readme))) return []
  const blocks = readFileSync(join(root, readme), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)
  return [...blocks].map(([, code = ''], index) => ({ name: `${readme} ${index + 1}`, code }))
}

const examples = readmes.flatMap(examplesOf)

/** What an example says it prints: `console.log(…) // → this`. */
function promised({ code }: Example): string[] {
  return [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, line = '']) => line)
}

/** One process runs them all, in the root, where relative paths begin. */
function runAll(): { status: number | null; printed: ReadonlyMap<string, string>; errors: string } {
  mkdirSync(folder, { recursive: true })
  const names = pathToFileURL(join(root, 'packages/core/test/readme-names.ts')).href
  const steps = examples.map(({ name, code }, index) => {
    writeFileSync(join(folder, `${index}.mts`), code)
    return `console.log('\\0${name}')\nawait import('./${index}.mts')\n`
  })
  writeFileSync(join(folder, 'all.mts'), [`await import('${names}')\n`, ...steps].join(''))
  const typescript = pathToFileURL(join(root, '.ci/ts.mjs')).href
  const command = ['--conditions=@vaxcert/source', '--import', typescript, join(folder, 'all.mts')]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const parts = stdout.split('\0').map((part) => part.split(/\n(.*)/s).slice(0, 2) as [string, string])
  return { status, printed: new Map(parts), errors: stderr }
}

describe('the examples of the READMEs', () => {
  let result: ReturnType<typeof runAll>
  beforeAll(() => {
    result = runAll()
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('run to their end', () => {
    expect(result.errors).toBe('')
    expect(result.status).toBe(0)
    expect(examples.length).toBeGreaterThan(0)
  })

  it.each(examples)('print what they promise: $name', (example) => {
    const lines = result.printed.get(example.name)?.split('\n') ?? []
    expect(lines.filter((line) => promised(example).includes(line))).toEqual(promised(example))
    expect(result.printed.has(example.name)).toBe(true)
  })
})
