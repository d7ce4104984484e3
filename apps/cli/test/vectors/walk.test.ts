import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesBelow, MAX_DEPTH } from '../../src/vectors/walk.ts'

describe('filesBelow', () => {
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
    return filesBelow(folder).map((path) => relative(folder, path))
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
    symlinkSync(join(folder, 'nothing'), join(folder, 'broken'))
    expect(found()).toEqual(['a/1.json', 'c.json'])
  })

  it('stops at a depth', () => {
    const deep = (levels: number) => join(...Array.from({ length: levels }, () => 'd'), 'x.json')
    put(deep(MAX_DEPTH))
    put(deep(MAX_DEPTH + 1))
    expect(found()).toEqual([deep(MAX_DEPTH)])
  })

  it('finds nothing in an empty folder', () => {
    expect(found()).toEqual([])
  })
})
