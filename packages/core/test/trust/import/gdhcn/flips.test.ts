import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/fault.ts'
import { checkProof } from '../../../../src/trust/import/gdhcn/check-proof.ts'
import { readDidDocument } from '../../../../src/trust/import/gdhcn/did-document.ts'
import type { PinnedKey } from '../../../../src/trust/import/pinned-key.ts'
import { proofKey, writePlan } from './documents.ts'
import { folder, realSource } from './real-list.ts'

/** Draws at random, the same in every run. Set VAXCERT_FLIPS for more. */
const SEED = 20_260_822
const FLIPS = Number(process.env.VAXCERT_FLIPS ?? 100)

/** "refused", or "ACCEPTED". Entries are not looked at: shape and proof alone must notice. */
async function verdictOn(bytes: Uint8Array, key: PinnedKey): Promise<string> {
  try {
    await checkProof(readDidDocument(bytes), key)
    return 'ACCEPTED'
  } catch (error) {
    return error instanceof Fault && /^source\.(shape|signature)$/.test(error.code) ? 'refused' : String(error)
  }
}

/** Verdicts on the bytes with one changed, for each place and change that is asked for. */
async function verdicts(
  bytes: Uint8Array,
  key: PinnedKey,
  changes: Iterable<readonly [at: number, byte: number]>,
): Promise<ReadonlySet<string>> {
  const copy = bytes.slice()
  const seen = new Set<string>()
  for (const [at, byte] of changes) {
    const kept = copy[at] ?? 0
    if (byte === kept) continue
    copy[at] = byte
    seen.add(await verdictOn(copy, key))
    copy[at] = kept
  }
  return seen
}

async function realList(): Promise<{ bytes: Uint8Array; key: PinnedKey }> {
  const { files, key } = await realSource()
  const [bytes] = files
  if (bytes === undefined || key === undefined) throw new TypeError('no list')
  return { bytes, key }
}

/** xorshift32: enough to choose places. */
function* randomNumbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    yield state >>> 0
  }
}

function* randomChanges(length: number, count: number): Generator<readonly [number, number]> {
  const numbers = randomNumbers(SEED)
  const next = () => numbers.next().value ?? 0
  for (let drawn = 0; drawn < count; drawn += 1) yield [next() % length, 0x20 + (next() % 0x5f)]
}

describe('one changed character in a small document', () => {
  it('is noticed at every place, whichever bit changed', async () => {
    const bytes = new TextEncoder().encode(await writePlan())
    const key = { spki: proofKey.spki }
    expect(await verdictOn(bytes, key)).toBe('ACCEPTED')
    const changes = Array.from(bytes, (byte, at): [number, number] => [at, byte ^ (1 << (at % 8))])
    expect(await verdicts(bytes, key, changes)).toEqual(new Set(['refused']))
  })

  it('is noticed when it is one more, or one less', async () => {
    const text = await writePlan()
    const key = { spki: proofKey.spki }
    const seen = new Set<string>()
    for (let at = 0; at <= text.length; at += 3) {
      for (const changed of [`${text.slice(0, at)} ${text.slice(at)}`, text.slice(0, at) + text.slice(at + 1)])
        if (changed !== text) seen.add(await verdictOn(new TextEncoder().encode(changed), key))
    }
    expect(seen).toEqual(new Set(['refused']))
  })
})

describe.skipIf(folder === null)("one changed character in WHO's production list", () => {
  it('is noticed in every kind of place', async () => {
    const { bytes, key } = await realList()
    const text = new TextDecoder().decode(bytes)
    const kinds = ['@context', 'did/v1', 'jws-2020', 'tng-context', '"id"', 'did:web', ':trustlist', '"controller"']
    const inKeys = [
      '"verificationMethod"',
      ':DCC:',
      'PRT',
      '"type"',
      'JsonWebKey2020',
      '"publicKeyJwk"',
      '"kty"',
      '"EC"',
    ]
    const inJwks = ['"kid"', '"x5c"', 'MII', '"crv"', 'P-256', 'UNKNOWN', '"x"', '"y"', '"n"', '"e"', 'AQAB', '"RSA"']
    const codes = ['"domain"', '"code"', '#DCC', '"participant"', '#PRT', '"keyusage"', '#DSC', '#CSCA', '#DECA']
    const inProof = [
      '"proof"',
      'JsonWebSignature2020',
      '"created"',
      '2026-08',
      '"nonce"',
      'AoK9',
      'assertionMethod',
      'WHO:signing',
    ]
    const inJws = ['"jws"', 'eyJi', '..', 'MEUC']
    const marks = [
      ...kinds,
      ...inKeys,
      ...inJwks,
      ...codes,
      ...inProof,
      ...inJws,
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '=',
      '+',
    ]
    const places = marks.flatMap((mark) => [text.indexOf(mark), text.lastIndexOf(mark) + mark.length - 1])
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    const changes = places.map((at): [number, number] => [at, (bytes[at] ?? 0) ^ 1])
    expect(await verdicts(bytes, key, changes)).toEqual(new Set(['refused']))
  })

  it('is noticed at the last characters of the signature', async () => {
    const { bytes, key } = await realList()
    const last = bytes.length - 4
    const changes = Array.from({ length: 0x5f }, (_, at): [number, number] => [last, 0x20 + at])
    expect(await verdicts(bytes, key, changes)).toEqual(new Set(['refused']))
  })

  it(`is noticed at ${FLIPS} places drawn at random`, async () => {
    const { bytes, key } = await realList()
    expect(await verdicts(bytes, key, randomChanges(bytes.length, FLIPS))).toEqual(new Set(['refused']))
  }, 600_000)
})
