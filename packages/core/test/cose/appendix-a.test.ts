import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { readCbor } from '../../src/cose/cbor-reader.ts'
import type { CborValue } from '../../src/cose/cbor-value.ts'
import { codeOf } from '../faults.ts'
import { bytes } from './hex.ts'

interface Example {
  hex: string
  decoded?: unknown
  diagnostic?: string
}

const file = `${inject('suites')}/cbor/appendix_a.json`
const examples: Example[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []

/** What the reader does not take although RFC 8949 calls it well-formed, and why. */
const policy: Readonly<Record<string, readonly string[]>> = {
  'integers beyond 2^53 − 1': ['1bffffffffffffffff', '3bffffffffffffffff'],
  'bignums (tags 2 and 3)': ['c249010000000000000000', 'c349010000000000000000'],
  'NaN and the infinities':
    'f97c00 f97e00 f9fc00 fa7f800000 fa7fc00000 faff800000 fb7ff0000000000000 fb7ff8000000000000 fbfff0000000000000'.split(
      ' ',
    ),
  'simple values without a meaning': ['f0', 'f818', 'f8ff'],
  'tags other than 0 in a payload': [
    'c11a514b67b0',
    'c1fb41d452d9ec200000',
    'd74401020304',
    'd818456449455446',
    'd82076687474703a2f2f7777772e6578616d706c652e636f6d',
  ],
}
const refusals = new Map(Object.entries(policy).flatMap(([reason, hexes]) => hexes.map((hex) => [hex, reason])))

/** JSON form of what was read, as the examples give it. */
function toJson(value: CborValue): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, entry]) => [String(key), toJson(entry)]))
  if (Array.isArray(value)) return value.map(toJson)
  return value
}

describe.skipIf(examples.length === 0)('RFC 8949 Appendix A', () => {
  it.each(examples)('$hex is read or refused by policy', ({ hex, ...example }) => {
    const read = () => readCbor(bytes(hex), { code: 'cose.shape', tags: [0] })
    if (refusals.has(hex)) expect(codeOf(read)).toBe('cose.shape')
    else if ('decoded' in example) expect(toJson(read())).toEqual(example.decoded)
    else expect(read).not.toThrow()
  })

  it('has all the examples that the policy names', () => {
    const known = new Set(examples.map(({ hex }) => hex))
    expect([...refusals.keys()].filter((hex) => !known.has(hex))).toEqual([])
  })
})
