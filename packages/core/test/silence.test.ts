import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CborWritable } from '../src/cose/cbor-value.ts'
import { writeCbor } from '../src/cose/cbor-writer.ts'
import { toBeSigned, writeSign1 } from '../src/cose/sign1.ts'
import { decode } from '../src/dcc/decode.ts'
import { writeText } from '../src/dcc/text.ts'
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

  it('when a signed payload is refused, whichever field or key the mark stands in', async () => {
    const value = fc.oneof(
      marked,
      fc.integer(),
      fc.constant(null),
      fc.array(marked, { maxLength: 2 }),
      fc.dictionary(text, marked),
    )
    const record = fc.dictionary(
      fc.oneof(fc.constantFrom('fn', 'fnt', 'tg', 'dn', 'dt', 'ci', 'ver', 'dob', 'nam', 'v'), marked),
      value,
    )
    const dccs = fc.record(
      { ver: text, dob: text, nam: record, v: fc.array(record, { maxLength: 2 }) },
      { requiredKeys: [] },
    )
    const trust = trustList([authority().documentSigner])
    let refused = 0
    await fc.assert(
      fc.asyncProperty(dccs, text, async (dcc, iss) => {
        const signed = await signAnything(
          new Map<number, CborWritable>([
            [1, iss],
            [-260, new Map([[1, dcc]])],
          ]),
        )
        const verdict = await verify(signed, { trust, at: NOW })
        const decoded = decode(signed)
        if (verdict.kind !== 'accepted') refused += 1
        expect(JSON.stringify(verdict.checks)).not.toContain(canary)
        if (!decoded.ok) expect(decoded.code + decoded.detail).not.toContain(canary)
      }),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(150)
  })
})

/** A payload that `prepare` would never sign, with a right signature. */
async function signAnything(claims: CborWritable): Promise<string> {
  const { signer } = authority()
  const header = writeCbor(
    new Map<number, CborWritable>([
      [1, -7],
      [4, signer.kid],
    ]),
  )
  const payload = writeCbor(claims)
  return writeText(writeSign1(header, payload, await signer.sign(toBeSigned(header, payload))))
}
