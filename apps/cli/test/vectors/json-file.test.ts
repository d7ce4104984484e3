import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, readJsonFile } from '../../src/vectors/json-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-json-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('readJsonFile', () => {
  it('reads an object, whatever the file is called, and the digest of its bytes', () => {
    const path = file('raw', ' {"a":1}\n')
    const digest = createHash('sha256').update(' {"a":1}\n').digest('hex')
    expect(readJsonFile(path)).toEqual({ path, json: { a: 1 }, digest })
  })

  it('passes over a byte order mark', () => {
    expect(readJsonFile(file('bom.json', '\ufeff{"a":1}'))).toMatchObject({ json: { a: 1 } })
  })

  it.each(['', '[1]', '"text"', '{"a":', '{"a":1}{}', 'null', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`])(
    'calls JSON that can be no suite other (%#)',
    (text) => {
      expect(readJsonFile(file('x.json', text))).toBe('other')
    },
  )

  it('survives nesting of any depth', () => {
    expect(readJsonFile(file('deep.json', `{"a":${'['.repeat(1_000_000)}`))).toBe('other')
    expect(readJsonFile(file('closed.json', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`))).toBe('other')
  })

  it('does not read a file beyond its limit', () => {
    const path = file('huge.json', '{}')
    truncateSync(path, MAX_FILE_BYTES + 1)
    expect(readJsonFile(path)).toBe('other')
    const picture = file('huge.png', '')
    truncateSync(picture, MAX_FILE_BYTES + 1)
    expect(readJsonFile(picture)).toBeUndefined()
  })

  it('knows nothing of files that are no JSON', () => {
    expect(readJsonFile(file('README.md', '# About'))).toBeUndefined()
    expect(readJsonFile(file('x.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)))).toBeUndefined()
  })
})
