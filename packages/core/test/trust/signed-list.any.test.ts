import { beforeAll, describe, expect, it } from 'vitest'
import { writeShortest } from '../../src/cose/cbor-shortest.ts'
import type { CborWritable } from '../../src/cose/cbor-value.ts'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { toBeSigned, writeSign1 } from '../../src/cose/sign1.ts'
import { maxFileBytes, protectedHeader } from '../../src/trust/list-file.ts'
import { prepareList, readDraft } from '../../src/trust/publish/list-draft.ts'
import type { Root } from '../../src/trust/root.ts'
import { openList } from '../../src/trust/signed-list.ts'
import { type FileKind, type Statement, writeStatement } from '../../src/trust/statement.ts'
import { asyncCodeOf } from '../faults.ts'
import { day, firstRoot, type Holder, holder, listHolders, rootHolders, signBy } from './list-world.ts'

const [one, other, third] = listHolders as readonly [Holder, Holder, Holder]
const body = new TextEncoder().encode('{"any":"body"}')
const draft = prepareList({ kind: 'rules', epoch: 1, number: 7, issuedAt: day(0), expiresAt: day(1), body })

let root: Root
let file: Uint8Array

beforeAll(async () => {
  root = await firstRoot()
  file = await signBy(draft, [one, other])
})

const codeFor = (bytes: Uint8Array, kind: FileKind = 'rules'): Promise<string> =>
  asyncCodeOf(openList(bytes, kind, root.roles.lists))

/** A file with one thing of its own making. */
interface Forgery {
  readonly statement?: Partial<Statement>
  readonly payload?: Uint8Array
  readonly header?: (kid: Uint8Array) => Uint8Array
  readonly message?: (header: Uint8Array, payload: Uint8Array, signature: Uint8Array) => Uint8Array
  readonly by?: readonly Holder[]
}

async function forge({
  statement,
  payload,
  header = protectedHeader,
  message = writeSign1,
  by,
}: Forgery): Promise<Uint8Array> {
  const bytes = payload ?? writeStatement({ ...readDraft(draft).statement, ...statement })
  const signatures: Uint8Array[] = []
  for (const { signer } of by ?? [one, other]) {
    const head = header(signer.kid)
    signatures.push(message(head, bytes, await signer.sign(toBeSigned(head, bytes))))
  }
  return writeShortest([signatures, body])
}

describe('A signed file', () => {
  it('is believed when two of three have signed it, or all', async () => {
    expect(await openList(file, 'rules', root.roles.lists)).toMatchObject({ statement: { number: 7 }, body })
    expect(await forge({})).toEqual(file)
    const all = await signBy(file, [third])
    expect((await openList(all, 'rules', root.roles.lists)).statement.kind).toBe('rules')
  })

  it('is refused with too few signatures, or none', async () => {
    expect(await codeFor(await signBy(draft, [one]))).toBe('list.threshold')
    expect(await codeFor(writeShortest([[], body]))).toBe('list.threshold')
    expect(await codeFor(draft)).toBe('list.shape')
    expect(await codeFor(body)).toBe('list.shape')
  })

  it('counts no key twice', async () => {
    expect(await codeFor(await forge({ by: [one, one] }))).toBe('list.threshold')
    expect(await codeFor(await forge({ by: [one, other, one] }))).toBe('list.threshold')
  })

  it('is refused when anybody else has signed too', async () => {
    expect(await codeFor(await signBy(draft, [one, holder('stranger')]))).toBe('list.signature')
    expect(await codeFor(await signBy(file, [holder('stranger')]))).toBe('list.signature')
    expect(await codeFor(await signBy(draft, rootHolders))).toBe('list.signature')
  })

  it('is refused when a signature is wrong, even one beyond the threshold', async () => {
    const posing = { ...third, signer: { ...third.signer, sign: other.signer.sign } }
    expect(await codeFor(await signBy(file, [posing]))).toBe('list.signature')
    expect(await codeFor(await signBy(draft, [posing, one]))).toBe('list.signature')
  })

  it('is refused with another body than the one signed', async () => {
    const { signatures } = readDraft(file)
    expect(await codeFor(writeShortest([signatures, Uint8Array.of(1)]))).toBe('list.signature')
  })

  it('is refused when its signatures state two things', async () => {
    const later = await forge({ statement: { number: 8 } })
    const mixed = [readDraft(file).signatures[0], readDraft(later).signatures[1]] as Uint8Array[]
    expect(await codeFor(writeShortest([mixed, body]))).toBe('list.shape')
  })

  it('is refused in the place of a file of another kind', async () => {
    expect(await codeFor(file, 'trust')).toBe('list.mixed')
  })

  it.each(['root', 'manifest', 'trust', 'deny', 'revocation', 'rules', 'value-sets'] as const)(
    'is refused before it is read when it is too large: %s',
    async (kind) => {
      expect(await codeFor(new Uint8Array(maxFileBytes[kind] + 1), kind)).toBe('list.too-large')
      expect(await codeFor(new Uint8Array(1000), kind)).toBe('list.shape')
    },
  )
})

const statement: Statement = readDraft(draft).statement
const members = Object.entries(statement)
const payloadOf = (entries: readonly (readonly [string | number, CborWritable])[]): Uint8Array =>
  writeCbor(new Map(entries))
const headerOf = (...entries: readonly (readonly [number, CborWritable])[]): Uint8Array => writeCbor(new Map(entries))
const contentType = 'application/vnd.vaxcert.list+cbor'

describe('A signed file is refused for its form, signed or not', () => {
  it.each<[string, Forgery]>([
    ['members in another order', { payload: payloadOf([...members].reverse()) }],
    ['a member too many', { payload: payloadOf([...members, ['more', 1]]) }],
    ['a member too few', { payload: payloadOf(members.slice(1)) }],
    ['an unknown kind', { statement: { kind: 'other' as FileKind } }],
    [
      'a number below zero',
      { payload: payloadOf(members.map(([name, value]) => [name, name === 'number' ? -1 : value])) },
    ],
    [
      'a number as float',
      { payload: payloadOf(members.map(([name, value]) => [name, name === 'number' ? 7.5 : value])) },
    ],
    ['a number too wide', { payload: widened(writeStatement(statement)) }],
    ['bytes after the statement', { payload: Uint8Array.of(...writeStatement(statement), 0) }],
    ['a hash too short', { statement: { sha256: statement.sha256.subarray(1) } }],
    ['an end before the beginning', { statement: { expiresAt: 0 } }],
    ['no kid', { header: () => headerOf([1, -7], [3, contentType]) }],
    ['no content type', { header: (kid) => headerOf([1, -7], [4, kid]) }],
    ['another content type', { header: (kid) => headerOf([1, -7], [3, 'text/plain'], [4, kid]) }],
    ['a header too many', { header: (kid) => headerOf([1, -7], [3, contentType], [4, kid], [5, 'x']) }],
    ['headers in another order', { header: (kid) => headerOf([1, -7], [4, kid], [3, contentType]) }],
    ['another algorithm', { header: (kid) => headerOf([1, -37], [3, contentType], [4, kid]) }],
    ['a message without its tag', { message: (...parts) => writeSign1(...parts).subarray(1) }],
    ['an unprotected header', { message: (...parts) => unprotected(...parts) }],
    [
      'a signature cut short',
      { message: (header, payload, signature) => writeSign1(header, payload, signature.subarray(1)) },
    ],
  ])('%s', async (_, forgery) => {
    expect(await codeFor(await forge(forgery))).toBe('list.shape')
  })

  it.each<[string, (signatures: readonly Uint8Array[]) => CborWritable]>([
    ['an item too many', (signatures) => [signatures, body, body]],
    ['a map', (signatures) => new Map([[1, signatures]])],
    ['a body that is no bytes', (signatures) => [signatures, 'text']],
    ['a signature that is no bytes', (signatures) => [[...signatures, 1], body]],
    ['33 signatures', (signatures) => [Array.from({ length: 33 }, () => signatures[0] as Uint8Array), body]],
  ])('%s', async (_, make) => {
    expect(await codeFor(writeCbor(make(readDraft(file).signatures)))).toBe('list.shape')
  })

  it('a length in more bytes than it needs, and bytes at the end', async () => {
    expect(file.subarray(0, 2)).toEqual(Uint8Array.of(0x82, 0x82))
    expect(await codeFor(Uint8Array.of(0x98, 2, ...file.subarray(1)))).toBe('list.shape')
    expect(await codeFor(Uint8Array.of(0x82, 0x98, 2, ...file.subarray(2)))).toBe('list.shape')
    expect(
      await codeFor(
        Uint8Array.of(0x82, 0x9f, ...file.subarray(2, -body.length - 1), 0xff, ...file.subarray(-body.length - 1)),
      ),
    ).toBe('list.shape')
    expect(await codeFor(Uint8Array.of(...file, 0))).toBe('list.shape')
  })
})

/** The number 7 in two bytes. */
function widened(bytes: Uint8Array): Uint8Array {
  const at = bytes.indexOf(7, 20)
  return Uint8Array.of(...bytes.subarray(0, at), 0x18, ...bytes.subarray(at))
}

function unprotected(header: Uint8Array, payload: Uint8Array, signature: Uint8Array): Uint8Array {
  const message = writeCbor([header, new Map([[99, 1]]), payload, signature])
  return Uint8Array.of(0xd2, ...message)
}
