import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { composeVaccination, finish, finishSigned, prepare, signEach } from '../../src/issue/index.ts'
import { codeOf } from '../faults.ts'
import { authority, NOW } from '../verify/world.ts'

const dose = { id: 'a', product: 'EU/1/20/1528', date: '2021-07-01', country: 'VN' }
const person = { name: { fullName: 'Đặng Thị Ngọc Ánh' }, birthDate: '1990-03-12' }
const uvci = 'URN:UVCI:01:VN:0123456789ABCDEF'
const dcc = composeVaccination({ person, dose, timeline: [dose], uvci }, 'Bộ Y tế (SAMPLE)')
const prepared = prepare(dcc, authority(), { issuedAt: NOW })
const signature = new Uint8Array(64).fill(5)

describe('finishSigned', () => {
  it('makes of kept bytes what finish makes of what was prepared', () => {
    const { text, cose } = finish(prepared, signature, authority())
    expect(finishSigned(prepared.toBeSigned, signature, 'ES256')).toEqual({ text, cose })
  })

  it('takes nothing but such bytes, and no signature of another length', () => {
    const { toBeSigned } = prepared
    expect(codeOf(() => finishSigned(toBeSigned.subarray(1), signature, 'ES256'))).toBe('cose.shape')
    expect(codeOf(() => finishSigned(Uint8Array.of(...toBeSigned, 0), signature, 'ES256'))).toBe('cose.shape')
    expect(codeOf(() => finishSigned(toBeSigned, signature.subarray(1), 'ES256'))).toBe('signer.refused')
    expect(codeOf(() => finishSigned(toBeSigned, signature, 'PS256'))).toBe('signer.refused')
  })
})

describe('signEach', () => {
  const signer = (lanes: number, sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>) => {
    return { ...authority().signer, lanes, sign }
  }
  const bytes = Array.from({ length: 20 }, (_, at) => Uint8Array.of(at))

  it('gives signatures in order, with no more than its lanes under way', async () => {
    let underWay = 0
    let most = 0
    const late = signer(3, async (input) => {
      most = Math.max(most, ++underWay)
      await new Promise((resolve) => setTimeout(resolve, (input[0] ?? 0) % 3))
      underWay -= 1
      return input
    })
    expect(await signEach(bytes, late)).toEqual(bytes)
    expect(most).toBe(3)
  })

  it('hands Faults on, and throws what is none', async () => {
    const refused = new Fault('signer.refused')
    const moody = signer(2, (input) => {
      if (input[0] === 1) throw refused
      return input[0] === 2 ? Promise.reject(refused) : input
    })
    const [zero, one, two, three] = await signEach([...bytes.slice(0, 3), refused], moody)
    expect([zero, one, two, three]).toEqual([bytes[0], refused, refused, refused])
    const broken = signer(2, () => Promise.reject(new RangeError('a mistake')))
    await expect(signEach(bytes, broken)).rejects.toThrow(RangeError)
  })
})
