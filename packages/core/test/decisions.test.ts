// Why some libraries of the design card do not face hostile bytes (docs/decisions). A library that mends
// one of these makes its test fail: then the decision may be taken anew.
import { p256 } from '@noble/curves/nist.js'
import * as base45 from 'base45'
import { decode as decodeCbor } from 'cbor-x'
import * as cose from 'cose-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPublicKey } from '../src/cose/keys.ts'
import { parseSign1, toBeSigned } from '../src/cose/sign1.ts'
import { signDcc } from '../src/issue/sign.ts'
import { bytes, hex } from './cose/hex.ts'
import { sampleKeys } from './verify/sample-keys.ts'
import { authority, samples } from './verify/world.ts'

const key = readPublicKey(sampleKeys.first.spki)
const point = key.keyType === 'EC' ? key.point : new Uint8Array()

describe('cbor-x, as a reader', () => {
  it('merges the keys 1 and "1"', () => {
    expect(decodeCbor(bytes('a201617861316179'))).toEqual({ 1: 'y' })
  })

  it('keeps the last of two equal keys', () => {
    expect(decodeCbor(bytes('a201010102'))).toEqual({ 1: 2 })
  })

  it('makes a text of what is not UTF-8', () => {
    expect(decodeCbor(bytes('62c328'))).toBe('\uFFFD(')
  })

  it('makes NaN, dates and cycles of what an attacker sends', () => {
    expect(decodeCbor(bytes('f97e00'))).toBeNaN()
    expect(decodeCbor(bytes('c100'))).toBeInstanceOf(Date)
    const circle = decodeCbor(bytes('d81c81d81d00')) as unknown[]
    expect(circle[0]).toBe(circle)
  })
})

describe('base45 3.0.0', () => {
  it.each(['GGW', ':::', '::', 'A', 'BB8A', 'bb8', 'BB#', '\u{1F489}8'])('decodes %j, which is not base45', (text) => {
    expect(base45.decode(text)).toBeInstanceOf(Uint8Array)
  })
})

describe('cose-js 0.9.0', () => {
  const verifier = { key: { x: Buffer.from(point.slice(1, 33)), y: Buffer.from(point.slice(33)) } }
  let message: string
  beforeAll(async () => {
    message = hex((await signDcc(samples.vaccination, authority(), { issuedAt: new Date('2022-05-01') })).cose)
  })

  it('accepts a signature of 66 bytes, padded, under which a revoked one is no longer found', async () => {
    const [, start, r, s] = /^(.*)5840(.{64})(.{64})$/.exec(message) ?? []
    const padded = Buffer.from(`${start}584200${r}00${s}`, 'hex')
    await expect(cose.sign.verify(padded, verifier)).resolves.toBeInstanceOf(Uint8Array)
  })

  it('accepts a protected header in another spelling, which nobody signed', async () => {
    const respelt = message.replace('4da2012604', '4ea201380604')
    expect(respelt).not.toBe(message)
    await expect(cose.sign.verify(Buffer.from(respelt, 'hex'), verifier)).resolves.toBeInstanceOf(Uint8Array)
  })
})

describe('@noble/curves 2', () => {
  it('refuses every second good signature unless told that high s is legal', async () => {
    const days = Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2022, 3, 1 + day)))
    const certificates = await Promise.all(days.map((issuedAt) => signDcc(samples.test, authority(), { issuedAt })))
    const messages = certificates.map(({ cose: bytes }) => parseSign1(bytes))
    const accepted = (options?: object): number =>
      messages.filter(({ protectedBytes, payload, signature }) =>
        p256.verify(signature, toBeSigned(protectedBytes, payload), point, options),
      ).length
    expect(accepted({ lowS: false })).toBe(40)
    expect(accepted()).toBeGreaterThan(5)
    expect(accepted()).toBeLessThan(35)
  })
})
