import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../src/dcc/decode.ts'
import { Fault } from '../src/fault.ts'
import { issue } from '../src/issue/issue.ts'
import { trustList } from '../src/trust/trust-list.ts'
import { verify } from '../src/verify/verify.ts'
import { authority, NOW } from './verify/world.ts'

/** Marks that could come from nowhere but the input. */
const canary = 'XZQWVK'

/** Everything a log would keep of an error, its causes included. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [error.name, error.message, error.stack?.split('\n')[0], error.cause && wordsOf(error.cause)].join(' ')
}

const odd = fc.oneof(
  fc.constantFrom(
    '',
    '王',
    '123',
    'é',
    '<',
    '\u202E',
    '\0',
    'a'.repeat(200),
    '-',
    "'",
    '2021-02-30',
    'VN',
    'BBIBP-CorV',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const marked = fc.tuple(odd, odd).map(([before, after]) => `${before}${canary}${after}`)
const text = fc.oneof(marked, odd)

describe('No fault tells a name', () => {
  it('when a dose is refused', async () => {
    const requests = fc.record({
      person: fc.record({
        name: fc.oneof(fc.record({ fullName: text }), fc.record({ familyName: text, givenNames: text, mrzName: text })),
        birthDate: text,
      }),
      dose: fc.record({ id: text, product: text, date: text, country: text }),
      uvci: text,
    })
    let refused = 0
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const told = { ...request, timeline: [request.dose] }
        const error = await issue(told, authority(), { issuedAt: NOW }).catch((reason: unknown) => reason)
        if (!(error instanceof Error)) return
        refused += 1
        expect(error).toBeInstanceOf(Fault)
        expect(wordsOf(error)).not.toContain(canary)
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  it('when a text is refused', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('', 'HC1:'), async (input, prefix) => {
        const decoded = decode(prefix + input)
        if (!decoded.ok) expect(decoded.code + decoded.detail).not.toContain(canary)
        const { checks } = await verify(prefix + input, { trust: trustList([]), at: NOW })
        expect(JSON.stringify(checks)).not.toContain(canary)
      }),
    )
  })
})
