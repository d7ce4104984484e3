import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import type { Authority } from '../../src/issue/authority.ts'
import { type IssueRequest, issue } from '../../src/issue/issue.ts'
import { type IssueOutcome, issueAll } from '../../src/issue/issue-all.ts'
import { authority, NOW } from '../verify/world.ts'

const options = { issuedAt: NOW }
const by = authority()

function request(number: number, product = 'EU/1/20/1528'): IssueRequest {
  const dose = { id: 'a', product, date: '2021-08-01', country: 'VN' }
  const person = { name: { fullName: 'Đặng Thị Ngọc Ánh' }, birthDate: '1990-03-12' }
  return { person, dose, timeline: [dose], uvci: `URN:UVCI:01:VN:${number}` }
}

const requests = (count: number) => Array.from({ length: count }, (_, number) => request(number))

async function collect(outcomes: AsyncIterable<IssueOutcome>): Promise<IssueOutcome[]> {
  const all: IssueOutcome[] = []
  for await (const outcome of outcomes) all.push(outcome)
  return all
}

const codes = (outcomes: readonly IssueOutcome[]) => outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code))

/** Signs after a while, and notes how many signatures were under way. */
function slowAuthority(lanes: number): { by: Authority; most: () => number } {
  let underWay = 0
  let most = 0
  const sign = async (toBeSigned: Uint8Array) => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((resolve) => setTimeout(resolve, 1))
    underWay -= 1
    return by.signer.sign(toBeSigned)
  }
  return { by: { ...by, signer: { ...by.signer, lanes, sign } }, most: () => most }
}

describe('issueAll', () => {
  it('gives for each request what issue gives, in their order', async () => {
    const many = requests(70)
    const alone = await Promise.all(many.map((one) => issue(one, by, options)))
    expect(await collect(issueAll(many, by, options))).toEqual(alone.map((signed) => ({ ok: true, signed })))
  })

  it.each([0, 1, 31, 32, 33, 64])('loses none of %i', async (count) => {
    expect(codes(await collect(issueAll(requests(count), by, options)))).toEqual(Array(count).fill('ok'))
  })

  it('takes requests as they come in', async () => {
    async function* arriving() {
      yield* requests(3)
    }
    expect(await collect(issueAll(arriving(), by, options))).toHaveLength(3)
  })

  it('refuses one without harm to the others', async () => {
    const mixed = [request(1), request(2, 'Fizer'), request(3), { ...request(4), timeline: [] }, request(5)]
    const expected = ['ok', 'record.product', 'ok', 'record.timeline', 'ok']
    expect(codes(await collect(issueAll(mixed, by, options)))).toEqual(expected)
  })

  it('keeps as many signatures under way as the signer has lanes', async () => {
    for (const lanes of [1, 4, 100]) {
      const slow = slowAuthority(lanes)
      expect(codes(await collect(issueAll(requests(40), slow.by, options)))).toEqual(Array(40).fill('ok'))
      expect(slow.most()).toBe(Math.min(lanes, 32))
    }
  })

  it('says which ones the signer did not sign, whether it throws, rejects or gives too little', async () => {
    let count = 0
    const sign = (toBeSigned: Uint8Array) => {
      count += 1
      if (count === 1) throw new Fault('signer.busy')
      if (count === 2) return Promise.reject(new Fault('signer.refused'))
      return count === 3 ? new Uint8Array(63) : by.signer.sign(toBeSigned)
    }
    const outcomes = await collect(issueAll(requests(4), { ...by, signer: { ...by.signer, sign } }, options))
    expect(codes(outcomes)).toEqual(['signer.busy', 'signer.refused', 'signer.refused', 'ok'])
  })

  it('hands out nothing that was not accepted when read back', async () => {
    const readBack = async (text: string) => ({ kind: text === texts[1] ? 'refused' : 'accepted' })
    const signed = await Promise.all(requests(3).map((one) => issue(one, by, options)))
    const texts = signed.map(({ text }) => text)
    const outcomes = await collect(issueAll([...requests(3), request(4, 'x')], by, { ...options, readBack }))
    expect(codes(outcomes)).toEqual(['ok', 'issue.read-back', 'ok', 'record.product'])
  })

  it('lets through what is nobody’s record: a wrong call, a broken signer', async () => {
    const otherKid = { ...by, signer: { ...by.signer, kid: new Uint8Array(8) } }
    await expect(collect(issueAll(requests(1), otherKid, options))).rejects.toThrow(TypeError)
    const broken = { ...by.signer, sign: () => Promise.reject(new RangeError('broken')) }
    await expect(collect(issueAll(requests(40), { ...by, signer: broken }, options))).rejects.toThrow(RangeError)
  })
})
