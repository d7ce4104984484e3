import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_DEPTH, walk } from '../../src/vectors/walk.ts'

describe('walk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vaxcert-walk-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function put(path: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), '{}')
  }

  function found(): readonly string[] {
    return walk(folder).files.map((path) => relative(folder, path))
  }

  /** Each missed path with its result and reason. */
  function missed(): readonly string[] {
    return walk(folder).missed.map(({ path, result }) => `${relative(folder, path)} ${result.result} ${result.reason}`)
  }

  it('finds files of every folder in the order of their names', () => {
    for (const path of ['b.json', 'a/2DCode/Raw/1.json', 'a/z', 'C/x.json']) put(path)
    expect(found()).toEqual(['C/x.json', 'a/2DCode/Raw/1.json', 'a/z', 'b.json'])
  })

  it('follows links, but enters each folder once', () => {
    put('a/1.json')
    symlinkSync(folder, join(folder, 'a', 'loop'))
    symlinkSync(join(folder, 'a'), join(folder, 'b'))
    symlinkSync(join(folder, 'a', '1.json'), join(folder, 'c.json'))
    expect(found()).toEqual(['a/1.json', 'c.json'])
    expect(missed()).toEqual([])
  })

  it('stops at a depth', () => {
    const deep = (levels: number) => join(...Array.from({ length: levels }, () => 'd'), 'x.json')
    put(deep(MAX_DEPTH))
    put(deep(MAX_DEPTH + 1))
    expect(found()).toEqual([deep(MAX_DEPTH)])
    expect(missed()).toEqual([`${join(deep(MAX_DEPTH + 1), '..')} failed deeper than 32 folders`])
  })

  it('says what it could not look at, and goes on', () => {
    put('z.json')
    symlinkSync(join(folder, 'nothing'), join(folder, 'broken'))
    symlinkSync('/dev/zero', join(folder, 'device'))
    symlinkSync(join(folder, 'itself'), join(folder, 'itself'))
    expect(found()).toEqual(['z.json'])
    expect(missed()).toEqual([
      'broken skipped cannot be read: ENOENT',
      'device skipped no regular file',
      'itself skipped cannot be read: ELOOP',
    ])
  })

  it('opens no pipe', () => {
    execFileSync('mkfifo', [join(folder, 'pipe.json')])
    expect(found()).toEqual([])
    expect(missed()).toEqual(['pipe.json skipped no regular file'])
  })

  it('names what has no name in UTF-8', () => {
    writeFileSync(Buffer.concat([Buffer.from(folder), Buffer.from('/x\xff.json', 'latin1')]), '{}')
    put('x\ufffd.json')
    expect(found()).toEqual(['x\ufffd.json'])
    expect(missed()).toEqual(['x\ufffd.json skipped name is not UTF-8'])
  })

  it.skipIf(process.getuid?.() === 0)('passes over a folder that it may not enter', () => {
    put('a/1.json')
    chmodSync(join(folder, 'a'), 0)
    expect(missed()).toEqual(['a skipped cannot be read: EACCES'])
    chmodSync(join(folder, 'a'), 0o700)
  })

  it('misses a folder that is none', () => {
    expect(walk(join(folder, 'nowhere')).missed).toMatchObject([{ result: { reason: 'cannot be read: ENOENT' } }])
  })

  it('finds nothing in an empty folder', () => {
    expect(found()).toEqual([])
  })
})
