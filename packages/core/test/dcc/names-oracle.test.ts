import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { transliterate } from '../../src/dcc/names.ts'

const folder = `${inject('suites')}/dgc-testdata`
const present = existsSync(folder)

type Pair = readonly [written: string, spelt: string]

/** Distinct names with a letter beyond ASCII, and how their issuer spelt them. */
function pairs(): readonly Pair[] {
  const found = new Map<string, Pair>()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'))
  for (const file of files) {
    const text = readFileSync(`${folder}/${file}`, 'utf8').replace(/^\uFEFF/, '')
    for (const pair of pairsOf(JSON.parse(text))) found.set(pair.join('\n'), pair)
  }
  return [...found.values()]
}

function pairsOf(vector: { JSON?: { nam?: Record<string, unknown> } | null }): readonly Pair[] {
  const { fn, fnt, gn, gnt } = vector.JSON?.nam ?? {}
  return [[fn, fnt] as const, [gn, gnt] as const].filter(
    (pair): pair is Pair => pair.every((name) => typeof name === 'string') && /[^ -~]/.test(String(pair[0])),
  )
}

function ourSpelling(name: string): string {
  try {
    return transliterate(name)
  } catch {
    return 'refused'
  }
}

/** Why an issuer may spell a name otherwise than we do. */
function explanation([written, spelt]: Pair): string {
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(written)) return 'another script'
  if (/[\p{N}\p{S}µªº]/u.test(written)) return 'a digit or a symbol'
  const secondChoice = written.normalize('NFC').replace(/[ÄÅÖÜÑØ]/giu, (letter) => letter.normalize('NFD').charAt(0))
  if (ourSpelling(secondChoice.replace(/ø/giu, 'o')) === spelt) return 'the base letter where ICAO puts two'
  return 'unexplained'
}

describe.skipIf(!present)('names in dgc-testdata', () => {
  it('are spelt as their issuers did, but for explained cases', () => {
    const all = pairs()
    const reasons = all.filter(([written, spelt]) => ourSpelling(written) !== spelt).map(explanation)
    const counts = [...new Set(reasons)].map(
      (reason) => `${reasons.filter((each) => each === reason).length} ${reason}`,
    )
    console.error(`Names of dgc-testdata: ${all.length - reasons.length} of ${all.length} agree; ${counts.join(', ')}.`)
    const unexplained = reasons.filter((reason) => reason === 'unexplained')
    expect(unexplained.length / all.length).toBeLessThan(0.05)
    expect(all.length).toBeGreaterThan(20)
  })

  it('in other scripts are all refused', () => {
    for (const [written] of pairs().filter((pair) => explanation(pair) === 'another script')) {
      expect(ourSpelling(written)).toBe('refused')
    }
  })
})
