import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { words, wordsOf } from '../src/words.ts'

const sources = ['../../../packages/core/src/', '../src/pictures/', '../src/snapshot/', '../src/trust/'].map(
  (place) => new URL(place, import.meta.url),
)

/** Codes that the sources throw at a certificate, a dose, a picture or a list; those of X.509 chains have their own words. */
function thrownCodes(): readonly string[] {
  const texts = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8')),
  )
  const codes = texts.flatMap((text) =>
    Array.from(text.matchAll(/Fault(?:<\w+>)?\('([a-z]+\.[a-z-]+)'/g), ([, code = '']) => code),
  )
  return [...new Set(codes)].filter((code) => !/^(?:chain\.|signer\.chain$)/.test(code))
}

describe('the words for people', () => {
  it('name every code that the library can give', () => {
    const codes = thrownCodes()
    expect(codes.length).toBeGreaterThan(25)
    expect(codes.filter((code) => !(code in words))).toEqual([])
  })

  it('are the end of a sentence each, and different ones', () => {
    const all = Object.values(words)
    for (const sentence of all) expect(sentence).toMatch(/^[a-z].*[A-Za-z0-9:]$/)
    expect(new Set(all).size).toBe(all.length)
  })

  it('do not fail for a code that came later', () => {
    for (const code of ['later.code', 'toString']) expect(wordsOf(code)).toBe('there are no words for this code yet')
  })
})
