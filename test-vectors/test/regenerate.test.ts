import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { expect, it } from 'vitest'
import { makeFiles } from '../../apps/cli/generate/files.ts'
import { writeFiles } from '../../apps/cli/generate/write-files.ts'
import { folders, root } from './vector-files.ts'

const generated = [...folders, 'keys', 'trust']

function filesOf(home: string): ReadonlyMap<string, string> {
  const below = generated.flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(join(home, path)).isFile()),
  )
  const paths = ['index.json', ...below.toSorted()]
  return new Map(paths.map((path) => [path.split(sep).join('/'), readFileSync(join(home, path), 'utf8')]))
}

it('Every generated file is made again byte for byte, and none is left over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-vectors-'))
  try {
    writeFiles(folder, await makeFiles())
    const [made, kept] = [filesOf(folder), filesOf(root)]
    expect([...made.keys()]).toEqual([...kept.keys()])
    expect([...made].filter(([path, text]) => kept.get(path) !== text).map(([path]) => path)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
