import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readingProblem, readRegularFile } from '../../src/vectors/regular-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-regular-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('readRegularFile', () => {
  it('reads up to its limit', () => {
    const path = join(folder, 'bytes')
    const bytes = Buffer.alloc(3_000_000, 'vaxcert')
    writeFileSync(path, bytes)
    expect(readRegularFile(path, bytes.length)?.equals(bytes)).toBe(true)
    expect(readRegularFile(path, bytes.length - 1)).toBeUndefined()
  })

  it('reads nothing from an empty file', () => {
    writeFileSync(join(folder, 'empty'), '')
    expect(readRegularFile(join(folder, 'empty'), 0)).toHaveLength(0)
  })

  it('waits neither for a pipe nor for a device', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    for (const path of [join(folder, 'pipe'), '/dev/zero', folder]) {
      expect(() => readRegularFile(path, 10)).toThrow(expect.objectContaining({ code: 'EINVAL' }))
    }
  })
})

describe('readingProblem', () => {
  it('names what the system says', () => {
    expect(readingProblem(Object.assign(new Error('x'), { code: 'EIO' }))).toBe('EIO')
  })

  it('takes nothing else for a problem of the system', () => {
    expect(() => readingProblem(new TypeError('bug'))).toThrow(TypeError)
  })
})
