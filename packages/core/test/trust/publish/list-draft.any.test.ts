import { describe, expect, it } from 'vitest'
import { writeShortest } from '../../../src/cose/cbor-shortest.ts'
import { addSignature, type ListPlan, prepareList, readDraft, signList } from '../../../src/trust/publish/list-draft.ts'
import { asyncCodeOf, codeOf } from '../../faults.ts'
import { day, type Holder, holder, listHolders } from '../list-world.ts'

const [one, other] = listHolders as readonly [Holder, Holder, Holder]
const body = Uint8Array.of(1, 2, 3)
const plan: ListPlan = { kind: 'deny', epoch: 2, number: 5, issuedAt: day(1), expiresAt: day(2), body }

describe('A draft', () => {
  it('shows what is to be signed', () => {
    const { statement, signedBy, ...draft } = readDraft(prepareList(plan))
    expect(statement).toMatchObject({ kind: 'deny', epoch: 2, number: 5, length: 3, issuedAt: day(1).getTime() / 1000 })
    expect(draft).toEqual({ body, signatures: [] })
    expect(signedBy).toEqual([])
  })

  it('goes from one holder of a key to the next', async () => {
    const first = await addSignature(prepareList(plan), one.signer)
    expect(readDraft(first).signedBy).toEqual([one.signer.kid])
    const second = await addSignature(first, other.signer)
    expect(readDraft(second)).toMatchObject({ body, signedBy: [one.signer.kid, other.signer.kid] })
    expect(readDraft(second).statement).toEqual(readDraft(prepareList(plan)).statement)
    expect(await signList(prepareList(plan), [one.signer, other.signer])).toEqual(second)
  })

  it('is signed by no key twice, by ES256 only, and by one who can', async () => {
    const signed = await addSignature(prepareList(plan), one.signer)
    expect(await asyncCodeOf(addSignature(signed, one.signer))).toBe('publish.signed-twice')
    expect(await asyncCodeOf(addSignature(signed, { ...other.signer, algorithm: 'PS256' }))).toBe('signer.refused')
  })

  it('is refused where its body is another, or its form is none', async () => {
    const [statement, signed] = [readDraft(prepareList(plan)), await addSignature(prepareList(plan), one.signer)]
    expect(codeOf(() => readDraft(writeShortest([readDraft(signed).signatures, Uint8Array.of(1)])))).toBe(
      'list.signature',
    )
    expect(codeOf(() => readDraft(writeShortest([statement.body, body])))).toBe('list.shape')
    expect(codeOf(() => readDraft(writeShortest([[], body])))).toBe('list.shape')
    expect(codeOf(() => readDraft(writeShortest([[body], body])))).toBe('list.shape')
    expect(codeOf(() => readDraft(writeShortest([1, body])))).toBe('list.shape')
    expect(codeOf(() => readDraft(writeShortest([signed])))).toBe('list.shape')
    expect(codeOf(() => readDraft(writeShortest([])))).toBe('list.shape')
    expect(codeOf(() => readDraft(body))).toBe('list.shape')
  })

  it('is not made larger than its kind may be, nor to end before it begins', () => {
    const large = prepareList({ ...plan, body: new Uint8Array(2 ** 20) })
    expect(codeOf(() => readDraft(large))).toBe('list.too-large')
    expect(codeOf(() => prepareList({ ...plan, expiresAt: day(0) }))).toBe('list.shape')
    expect(codeOf(() => prepareList({ ...plan, number: -1 }))).toBe('list.shape')
    expect(() => prepareList({ ...plan, number: 0.5 })).toThrow(TypeError)
    expect(() => prepareList({ ...plan, issuedAt: new Date(Number.NaN) })).toThrow(TypeError)
  })

  it('keeps what a stranger signed: readers judge, not the pen', async () => {
    const signed = await addSignature(prepareList(plan), holder('stranger').signer)
    expect(readDraft(signed).signedBy).toHaveLength(1)
  })
})
