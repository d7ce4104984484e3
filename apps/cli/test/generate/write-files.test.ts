import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeFiles } from '../../generate/write-files.ts'
import { emptyFolder } from '../empty-folder.ts'

const root = emptyFolder()

it('Generated files take the place of what lay in their folders, and of nothing else', () => {
  for (const folder of ['text', 'other']) {
    mkdirSync(join(root, folder))
    writeFileSync(join(root, folder, 'old.json'), '{}')
  }
  writeFileSync(join(root, 'README.md'), 'kept')
  writeFiles(
    root,
    new Map([
      ['text/new.json', '1\n'],
      ['claims/new.json', '2\n'],
      ['index.json', '3\n'],
    ]),
  )
  expect(existsSync(join(root, 'text/old.json'))).toBe(false)
  expect(existsSync(join(root, 'other/old.json'))).toBe(true)
  const texts = ['text/new.json', 'claims/new.json', 'index.json', 'README.md'].map((path) =>
    readFileSync(join(root, path), 'utf8'),
  )
  expect(texts).toEqual(['1\n', '2\n', '3\n', 'kept'])
})
