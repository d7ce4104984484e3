import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { issuingCodes, pictureCodes, readingCodes } from './codes.ts'
import { type VectorFile, vectors } from './vector-files.ts'

const core = new URL('../../packages/core/src/', import.meta.url)

function source(path: string): string {
  return readFileSync(new URL(path, core), 'utf8')
}

/** The text literals of a union type. */
function unionOf(name: string, file = 'verify/verdict.ts'): readonly string[] {
  const [, union = ''] = new RegExp(`export type ${name} =(.*?)(?:\n\n|$)`, 's').exec(source(file)) ?? []
  return Array.from(union.matchAll(/\| '([^']+)'/g), ([, code = '']) => code)
}

/** Codes with which these sources throw. */
function thrownIn(paths: readonly string[]): Set<string> {
  return new Set(
    paths.flatMap((path) => Array.from(source(path).matchAll(/new Fault\(\s*'([^']+)'/g), ([, code = '']) => code)),
  )
}

/** What a vector gives says whose it is. */
function gives(...names: readonly string[]): readonly VectorFile[] {
  return vectors.filter(({ given }) => names.some((name) => given[name] !== undefined))
}

function codesOf(chosen: readonly VectorFile[]): readonly string[] {
  return [...new Set(chosen.flatMap(({ expect: { code } }) => code ?? []))].toSorted()
}

describe('Every code', () => {
  it('of a reader stands in this list, and nothing else does', () => {
    const inSources = [...unionOf('RefusalCode'), ...unionOf('UndecidedCode')]
    expect(inSources.length).toBeGreaterThan(10)
    expect(inSources.toSorted()).toEqual(readingCodes.toSorted())
  })

  it('of a reader has a vector', () => {
    expect(codesOf(gives('text', 'picture'))).toEqual([...readingCodes, ...pictureCodes].toSorted())
  })

  it('by which lists are refused has a vector', () => {
    expect(codesOf(gives('offered'))).toEqual(unionOf('ListCode', 'trust/list-codes.ts').toSorted())
  })

  it('by which foreign lists are refused has a vector', () => {
    expect(codesOf(gives('format'))).toEqual(unionOf('ForeignCode', 'trust/import/foreign-list.ts').toSorted())
  })

  it('by which chains are refused has a vector', () => {
    expect(codesOf(gives('certificate'))).toEqual(unionOf('ChainCode', 'trust/chain/chain-verdict.ts').toSorted())
  })

  it('of an issuer stands in this list, and nothing else does', () => {
    const files = readdirSync(new URL('issue/', core), { encoding: 'utf8' }).map((name) => `issue/${name}`)
    const inSources = thrownIn([...files, 'dcc/names.ts'])
    // No dose makes a text too long for a QR code, only a payload signed as it is: the vector is a reader's.
    expect(inSources.delete('text.too-large')).toBe(true)
    expect([...inSources].toSorted()).toEqual(issuingCodes.toSorted())
  })

  it('of an issuer has a vector', () => {
    expect(codesOf(gives('dose', 'dcc', 'fullName', 'familyName', 'timeline'))).toEqual(issuingCodes.toSorted())
  })
})

describe('Every failing vector', () => {
  const failing = vectors.filter(({ expect: { kind } }) => kind === 'refused' || kind === 'undecided')

  it('has one code, and every other none', () => {
    expect(failing.every(({ expect: { code } }) => code !== undefined)).toBe(true)
    expect(vectors.filter(({ expect: { code } }) => code !== undefined)).toHaveLength(failing.length)
  })

  it('fails at one check, after which nothing is checked, where checks build on each other', () => {
    for (const { id, given, expect: expected } of failing) {
      if (given.certificate !== undefined) continue
      const outcomes = Object.values(expected.checks ?? {}).join(' ')
      expect(outcomes, id).toMatch(/^$|^(skipped ?){15}$|^((passed|skipped) )*failed( skipped)*$/)
    }
  })
})
