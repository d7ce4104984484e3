import { hash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import { describe, expect, it } from 'vitest'
import { admission, readCallers, type Shown } from '../../src/service/callers.ts'

const token = 't'.repeat(40)
const one = { name: 'clinic', token: hash('sha256', token, 'hex'), scopes: ['issue'], perMinute: 2 } as const
const machine = { name: 'machine', certificate: 'ab'.repeat(32), scopes: ['status'], perMinute: 5 } as const
const bearer = (text: string): Shown => ({ authorization: `Bearer ${text}`, certificate: undefined })

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
  return 'none'
}

describe('the register of callers', () => {
  it('is read as it is written', () => {
    expect(readCallers({ callers: [one, machine] })).toEqual([one, machine])
  })

  it.each([
    null,
    [],
    { callers: 1 },
    { callers: [null] },
    { callers: [one, { ...one, name: 'other' }] },
    { callers: [{ ...one, token: 'plain' }] },
    { callers: [{ ...one, certificate: machine.certificate }] },
    { callers: [{ name: 'x', scopes: ['issue'], perMinute: 1 }] },
    { callers: [{ ...one, scopes: [] }] },
    { callers: [{ ...one, scopes: ['everything'] }] },
    { callers: [{ ...one, perMinute: 0 }] },
    { callers: [{ ...one, name: 'a\nb' }] },
    { callers: [{ ...one, admin: true }] },
  ])('is refused as %j', (value) => {
    expect(codeOf(() => readCallers(value))).toBe('caller.register')
  })
})

describe('admission', () => {
  it('is by token or certificate', () => {
    const admit = admission([one, machine])
    expect(admit(bearer(token), 'issue', 0)).toBe(one)
    expect(admit({ authorization: undefined, certificate: machine.certificate }, 'status', 0)).toBe(machine)
  })

  it.each(['', 'x', `${token}x`, token.slice(1), token.toUpperCase(), `${token} `, 'x'.repeat(600), one.token])(
    'is not for the token %s',
    (text) => {
      expect(codeOf(() => admission([one, machine])(bearer(text), 'issue', 0))).toBe('caller.unknown')
    },
  )

  it('is not for nobody, nor for another way to say it', () => {
    const admit = admission([one, machine])
    for (const authorization of [undefined, '', token, `bearer ${token}`, `Basic ${token}`]) {
      expect(codeOf(() => admit({ authorization, certificate: undefined }, 'issue', 0))).toBe('caller.unknown')
    }
    expect(codeOf(() => admit({ authorization: 'Bearer no', certificate: machine.certificate }, 'status', 0))).toBe(
      'caller.unknown',
    )
  })

  it('counts what is refused too, minute by minute', () => {
    const admit = admission([one])
    const codes = [0, 1, 59_999, 60_000, 60_001, 60_002].map((now) => codeOf(() => admit(bearer(token), 'status', now)))
    expect(codes).toEqual([
      'caller.scope',
      'caller.scope',
      'caller.rate',
      'caller.scope',
      'caller.scope',
      'caller.rate',
    ])
  })
})
