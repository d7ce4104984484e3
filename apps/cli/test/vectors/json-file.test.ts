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

  it('calls JSON that is no object stray', () => {
    for (const text of ['[1]', '"text"', 'null']) {
      expect(readJsonFile(file('x.json', text))).toMatchObject({ check: 'FILE', result: 'skipped' })
    }
  })

  it.each(['', '{"a":', '{"a":1}{}', `{"a":${'['.repeat(1_000_000)}`])('cannot read what is no JSON (%#)', (text) => {
    const unread = { check: 'UNREAD', result: 'skipped', reason: 'is not JSON' }
    expect(readJsonFile(file('x.json', text))).toEqual(unread)
  })

  it.each([65, 200_000])('fails a file nested %i deep', (levels) => {
    const path = file('deep.json', `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`)
    const limit = { check: 'LIMIT', result: 'failed', reason: 'nested deeper than 64 levels' }
    expect(readJsonFile(path)).toMatchObject(limit)
  })

  it('fails a file beyond its limit', () => {
    const path = file('huge.json', '{}')
    truncateSync(path, MAX_FILE_BYTES + 1)
    expect(readJsonFile(path)).toMatchObject({ check: 'LIMIT', result: 'failed', reason: 'larger than 32 MiB' })
    const picture = file('huge.png', '')
    truncateSync(picture, MAX_FILE_BYTES + 1)
    expect(readJsonFile(picture)).toBeUndefined()
  })

  it('cannot read what is not there, or no file', () => {
    const missing = { check: 'UNREAD', result: 'skipped', reason: 'cannot be read: ENOENT' }
    expect(readJsonFile(join(folder, 'none.json'))).toEqual(missing)
    expect(readJsonFile(folder)).toMatchObject({ check: 'UNREAD', reason: 'cannot be read: EINVAL' })
  })

  it('knows nothing of files that are no JSON', () => {
    expect(readJsonFile(file('README.md', '# About'))).toBeUndefined()
    expect(readJsonFile(file('x.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)))).toBeUndefined()
  })
})
