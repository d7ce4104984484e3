import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:https'
import { readToBeSigned, toBeSigned, writeCbor } from '@vaxcert/core/cose'
import { type Dcc, makeUvci } from '@vaxcert/core/dcc'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  MAX_ITEM_BYTES,
  MAX_ITEMS,
  MAX_REQUEST_BYTES,
  readAnswers,
  writeSignRequest,
} from '../../src/remote/messages.ts'
import { NOW, sampleDcc, sampleKey, sampleToBeSigned } from './certificates.ts'
import { ca, clientMachine, type Served, serve } from './served.ts'
import { machine, machineCa, tlsOf } from './tls-world.ts'

const key = sampleKey('dsc-vaccination')
const now = NOW.getTime() / 1000
const good = sampleToBeSigned(key)
const { protectedBytes } = readToBeSigned(good)
let served: Served

beforeAll(async () => {
  served = await serve(key)
})
afterAll(() => served.stop())

const agent = new Agent({ ...tlsOf(ca, clientMachine), keepAlive: true, maxSockets: 4 })

/** Status and body of one answer; status 0 when the server cut the connection. */
function post(
  body: Uint8Array,
  { path = '/v1/signatures', method = 'POST', headers = {}, by = agent } = {},
): Promise<{ status: number; body: Uint8Array }> {
  return new Promise((resolve) => {
    const cut = () => resolve({ status: 0, body: new Uint8Array() })
    const asked = request(new URL(path, served.url), {
      agent: by,
      method,
      headers: { 'content-type': 'application/cbor', ...headers },
    })
    asked.on('error', cut)
    asked.on('response', (response) => {
      const parts: Uint8Array[] = []
      response.on('error', cut)
      response.on('data', (part: Uint8Array) => void parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }))
    })
    asked.end(body)
  })
}

/** The codes that some items are refused with; a signature would be among them as "signed". */
async function answersTo(items: readonly Uint8Array[], kid = key.certificate.kid): Promise<readonly string[]> {
  const { status, body } = await post(writeSignRequest({ kid, items }))
  if (status !== 200) return items.map(() => String(status))
  return readAnswers(body, items.length).map((answer) => (typeof answer === 'string' ? answer : 'signed'))
}

/** The payload of a certificate of which one thing is not as it must be. */
const outside = fc.oneof(
  fc.integer({ min: 61, max: 10 ** 9 }).map((ahead) => payload({ iat: now + ahead, exp: now + ahead + 1000 })),
  fc.integer({ min: 86_401, max: 10 ** 9 }).map((behind) => payload({ iat: now - behind })),
  fc.integer({ min: 365 * 86_400 + 1, max: 10 ** 9 }).map((life) => payload({ exp: now + life })),
  fc.integer({ min: 0, max: 10 ** 9 }).map((past) => payload({ exp: now - past })),
  fc.stringMatching(/^[A-Z]{2}$/).map((iss) => payload({ iss: iss === 'VN' ? 'LA' : iss })),
  fc.string({ maxLength: 80 }).map((ci) => payload({ event: { ci } })),
  fc.constantFrom('FR', 'DE', 'XX').map((country) => payload({ event: { ci: makeUvci({ country }) } })),
  fc.string({ minLength: 1 }).map((mp) => payload({ event: { mp: `${mp}?` } })),
  fc.integer({ max: 0 }).map((dn) => payload({ event: { dn } })),
  fc.integer({ min: 3, max: 5000 }).map((days) => payload({ event: { dt: day(days) } })),
  fc
    .tuple(fc.string({ minLength: 1 }), fc.string())
    .map(([name, value]) => payload({ event: { [`x${name}`]: value } })),
  fc.tuple(fc.integer({ min: 7, max: 1000 }), fc.string()).map(([label, value]) => payload({ more: [label, value] })),
  fc.constantFrom('t', 'r').map((group) => payload({ dcc: { v: undefined, [group]: [{}] } })),
  fc.constant(payload({ dcc: { v: [...(sampleDcc().v ?? []), ...(sampleDcc().v ?? [])] } })),
  fc.uint8Array({ minLength: 1, maxLength: 400 }),
)

const malformed = fc.oneof(
  outside.map((bytes) => toBeSigned(protectedBytes, bytes)),
  outside.map((bytes) => toBeSigned(protectedBytes, bytes)),
  fc.uint8Array({ minLength: 32, maxLength: 32 }),
  fc.uint8Array({ maxLength: 700 }),
  fc.uint8Array({ maxLength: 20 }).map((header) => toBeSigned(header, readToBeSigned(good).payload)),
  fc.nat(good.length - 1).map((length) => good.slice(0, length)),
  fc.uint8Array({ minLength: 1, maxLength: 9 }).map((tail) => Buffer.concat([good, tail])),
)

interface Change {
  readonly iss?: string
  readonly iat?: number
  readonly exp?: number
  readonly event?: Record<string, unknown>
  readonly dcc?: Record<string, unknown>
  readonly more?: readonly [number, string]
}

function payload({ iss = 'VN', iat = now, exp = now + 86_400, event = {}, dcc = {}, more }: Change): Uint8Array {
  const sample = sampleDcc()
  const changed = { ...sample, v: [{ ...sample.v?.[0], ...event }], ...dcc } as unknown as Dcc
  const present = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined))
  const claims = [[1, iss], [4, exp], [6, iat], ...(more ? [more] : []), [-260, new Map([[1, present]])]]
  return writeCbor(new Map(claims as never)).slice()
}

function day(later: number): string {
  return new Date(NOW.getTime() + later * 86_400_000).toISOString().slice(0, 10)
}

describe('no open oracle', () => {
  it('gives 0 signatures for 12,000 items that are malformed or outside the policy', async () => {
    const before = served.signed()
    const items = fc.sample(malformed, { numRuns: 12_000, seed: 7 })
    const codes = new Map<string, number>()
    for (let at = 0; at < items.length; at += MAX_ITEMS) {
      for (const code of await answersTo(items.slice(at, at + MAX_ITEMS))) codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect(served.signed() - before).toBe(0)
    expect(codes.has('signed')).toBe(false)
    for (const code of [
      'cose.shape',
      'claims.shape',
      'dcc.schema',
      'dcc.value-set',
      'signer.unknown',
      'signer.country',
    ])
      expect(codes.get(code), code).toBeGreaterThan(50)
    for (const code of ['policy.time', 'policy.lifetime', 'policy.identifier', 'policy.event'])
      expect(codes.get(code), code).toBeGreaterThan(50)
  })

  it('gives none for 2,000 requests that are none', async () => {
    const before = served.signed()
    const bodies = fc.sample(fc.uint8Array({ maxLength: 300 }), { numRuns: 2000, seed: 8 })
    for (let at = 0; at < bodies.length; at += 50) {
      const answers = await Promise.all(bodies.slice(at, at + 50).map((body) => post(body)))
      for (const { status } of answers) expect(status).toBe(400)
    }
    expect(served.signed() - before).toBe(0)
  })

  it('still signs what is right, beside what is not', async () => {
    expect(await answersTo([randomBytes(32), good, randomBytes(400)])).toEqual(['cose.shape', 'signed', 'cose.shape'])
  })

  it.each([
    ['an empty list', () => writeCbor([key.certificate.kid, []])],
    ['a kid too short', () => writeCbor([key.certificate.kid.slice(1), [good]])],
    ['three members', () => writeCbor([key.certificate.kid, [good], 1])],
    ['an item that is text', () => writeCbor([key.certificate.kid, [good, 'x']])],
    [
      'a byte too many',
      () => Buffer.concat([writeSignRequest({ kid: key.certificate.kid, items: [good] }), Buffer.of(0)]),
    ],
  ])('refuses a request with %s', async (_, body) => {
    expect((await post(body())).status).toBe(400)
  })

  it('refuses what is too large', async () => {
    const { kid } = key.certificate
    const items = Array.from({ length: MAX_ITEMS + 1 }, () => good)
    expect((await post(writeSignRequest({ kid, items }))).status).toBe(413)
    expect((await post(writeSignRequest({ kid, items: [new Uint8Array(MAX_ITEM_BYTES + 1)] }))).status).toBe(413)
    expect([0, 413]).toContain((await post(new Uint8Array(MAX_REQUEST_BYTES + 1))).status)
  })

  it('has no other doors', async () => {
    const body = writeSignRequest({ kid: key.certificate.kid, items: [good] })
    for (const path of ['/', '/v1/signatures/', '/v1/signatures?x', '/v1/sign', '/metrics', '/v1/keys']) {
      expect((await post(body, { path })).status, path).toBe(400)
    }
    expect((await post(body, { method: 'PUT' })).status).toBe(400)
    expect((await post(body, { headers: { 'content-type': 'text/plain' } })).status).toBe(400)
  })

  it('knows no kid that the client may not use', async () => {
    expect(await answersTo([good], sampleKey('dsc-all').certificate.kid)).toEqual(['403'])
  })
})

describe('whoever is not known', async () => {
  const strangers = await machineCa('SAMPLE strangers')
  const body = writeSignRequest({ kid: key.certificate.kid, items: [good] })
  const statusFor = async (tls: object): Promise<number> => {
    const by = new Agent({ ca: ca.pem, ...tls })
    const { status } = await post(body, { by })
    by.destroy()
    return status
  }

  it.each([
    ['nobody', async () => ({}), 0],
    ['a stranger', async () => machine(strangers, { purpose: 'client' }), 0],
    ['one whose certificate has ended', async () => machine(ca, { purpose: 'client', notAfter: '2022-01-01' }), 0],
    ['one whose certificate is for a server', async () => machine(ca, { purpose: 'server' }), 0],
    [
      'one that holds only later than now',
      async () => machine(ca, { purpose: 'client', notBefore: '2023-01-01' }),
      403,
    ],
    ['one that nobody entered', async () => machine(ca, { purpose: 'client' }), 403],
  ])('is refused: %s', async (_, who, status) => {
    const before = served.signed()
    expect(await statusFor(await who())).toBe(status)
    expect(served.signed()).toBe(before)
  })

  it('is refused with TLS 1.2', async () => {
    expect(await statusFor({ ...clientMachine, maxVersion: 'TLSv1.2' })).toBe(0)
    expect(await statusFor({ ...clientMachine })).toBe(200)
  })
})
