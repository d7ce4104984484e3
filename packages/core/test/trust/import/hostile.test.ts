import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/fault.ts'
import { writeBase64 } from '../../../src/trust/base64.ts'
import type { ForeignFormat, ForeignSource } from '../../../src/trust/import/foreign-list.ts'
import { foreignReaders } from '../../../src/trust/import/readers.ts'
import { makeCms } from './makers/cms.ts'
import { makeJws } from './makers/jws.ts'
import {
  atContent,
  atEntry,
  atSignature,
  chKey,
  deList,
  gatewayEntry,
  jsonBytes,
  kidOf,
  nlList,
  seKey,
} from './makers/lists.ts'
import { anchor, noon, noonSeconds, vietNam } from './makers/world.ts'

const key = { spki: anchor.key.spki, certificate: anchor.der }
const { csca, uploader, dsc } = vietNam

/** What each format signs, and how: so that what is hostile here has a right signature. */
const lists: Readonly<
  Record<string, { readonly payload: unknown; readonly files: (payload: unknown) => readonly Uint8Array[] }>
> = {
  dgcg: {
    payload: [
      gatewayEntry(csca, 'VN', 'CSCA', anchor),
      gatewayEntry(uploader, 'VN', 'UPLOAD', anchor),
      gatewayEntry(dsc, 'VN', 'DSC', uploader),
    ],
    files: (payload) => [jsonBytes(payload)],
  },
  de: { payload: [gatewayEntry(dsc, 'VN', 'DSC', uploader)], files: (payload) => [deList(payload as [], anchor.key)] },
  at: {
    payload: [atEntry(dsc), { i: new Uint8Array(8), k: dsc.key.spki, su: { C: 'VN' }, nb: 1, na: 2 }],
    files: (payload) => {
      const content = atContent(payload as [])
      return [content, atSignature({ content, key: anchor.key, from: noonSeconds, until: noonSeconds + 9 })]
    },
  },
  ch: {
    payload: { certs: [chKey(dsc, 'sig'), { keyId: kidOf(dsc), use: 'v', alg: 'RS256', n: 'AAAA', e: 'AQAB' }] },
    files: (payload) =>
      [payload, { activeKeyIds: [kidOf(dsc)] }].map((one) => makeJws({ payload: one, key: anchor.key })),
  },
  se: {
    payload: {
      iat: noonSeconds,
      exp: noonSeconds,
      dsc_trust_list: { VN: { eku: { [kidOf(dsc)]: ['1.2'] }, keys: [seKey(dsc)] } },
    },
    files: (payload) => [makeJws({ payload, key: anchor.key })],
  },
  nl: {
    payload: {
      eu_keys: { [kidOf(dsc)]: [{ subjectPk: writeBase64(dsc.key.spki), keyUsage: ['v'] }] },
    },
    files: (payload) => {
      const content = jsonBytes(payload)
      return [nlList(content, makeCms({ content, signer: anchor }))]
    },
  },
  it: {
    payload: { [kidOf(dsc)]: gatewayEntry(dsc, 'VN', 'DSC', uploader).rawData },
    files: (payload) => [jsonBytes(payload)],
  },
}

/** JSON that a reader may stumble over. */
const oddities: readonly unknown[] = [
  null,
  7,
  -1,
  1e300,
  '',
  'x',
  'AAAA',
  true,
  [],
  {},
  [[]],
  { toString: 7, valueOf: 7 },
  { ['__proto__']: 7 },
  'A'.repeat(100_000),
]

describe.each(Object.entries(lists))('a list in the format %s', (format, { payload, files }) => {
  const read = foreignReaders[format as ForeignFormat]
  const given = (some: readonly Uint8Array[]): ForeignSource => ({ files: some, key, at: noon, unsigned: true })

  it('is read as it is', async () => {
    expect((await read(given(files(payload)))).signers).not.toEqual([])
  })

  it('makes its reader throw nothing but a Fault, whatever its publisher signs', async () => {
    for (const changed of everyChange(payload)) await expectCalm(read(given(files(changed))))
  })

  it('makes its reader throw nothing but a Fault for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }), async (some) => {
        await expectCalm(read(given(some)))
      }),
      { numRuns: 50 },
    )
  })
})

async function expectCalm(reading: Promise<unknown>): Promise<void> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) return
  if (!(error instanceof Fault)) throw error
  expect(error.code).toMatch(/^source\./)
}

/** Every value, whole objects among them, replaced by every oddity in turn, and every member left out. */
function* everyChange(value: unknown): Generator<unknown> {
  yield* oddities
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  for (const name of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[name]
    for (const changed of everyChange(member)) {
      yield Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed }
    }
  }
}
