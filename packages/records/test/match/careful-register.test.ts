import { describe, expect, it } from 'vitest'
import { carefulRegister } from '../../src/match/careful-register.ts'
import type { Identity, Register, RegisterAnswer } from '../../src/match/register.ts'

const somebody: Identity = { number: '001085012345', name: 'nguyễn văn đức', birthDate: '1985-05-13', sex: 'male' }
const patience = { timeout: 20, mostFailures: 2 }

function answering(checkAll: () => Promise<unknown>): Register {
  return { check: async () => 'unknown', checkAll: checkAll as () => Promise<readonly RegisterAnswer[]> }
}

describe('a register that is asked with care', () => {
  it('answers as the one behind it, one by one where that takes no more', async () => {
    const asked: string[] = []
    const register = carefulRegister({
      async check({ number }) {
        asked.push(number)
        return number.endsWith('5') ? 'right' : 'wrong'
      },
    })
    const other = { ...somebody, number: '001085012346' }
    expect(await register.checkAll([somebody, other])).toEqual(['right', 'wrong'])
    expect(asked).toEqual(['001085012345', '001085012346'])
    expect([register.failures, register.isGivenUp]).toEqual([{}, false])
  })

  it.each([
    ['register.timeout', () => new Promise(() => {}), 'hangs'],
    ['register.failed', () => Promise.reject(new Error('001085012345 is not there')), 'throws'],
    ['register.answer', async () => ['maybe'], 'answers nonsense'],
    ['register.answer', async () => ['right', 'right'], 'answers more than was asked'],
    ['register.answer', async () => [], 'answers less than was asked'],
    ['register.answer', async () => null, 'answers nothing'],
    ['register.answer', async () => 'right', 'answers no list'],
  ])('counts %s, and knows nothing, where the one behind it %s', async (code, checkAll) => {
    const register = carefulRegister(answering(checkAll), patience)
    expect(await register.checkAll([somebody])).toEqual(['unknown'])
    expect(register.failures).toEqual({ [code]: 1 })
  })

  it('gives up after so many failures in a row, and no sooner', async () => {
    let calls = 0
    const said = [[], ['right'], [], [], ['right']]
    const register = carefulRegister(
      answering(async () => said[calls++]),
      patience,
    )
    for (const expected of ['unknown', 'right', 'unknown', 'unknown', 'unknown'])
      expect(await register.checkAll([somebody])).toEqual([expected])
    expect([calls, register.isGivenUp]).toEqual([4, true])
  })

  it('asks nothing where there is nothing to ask', async () => {
    const register = carefulRegister(answering(() => Promise.reject(new Error())))
    expect(await register.checkAll([])).toEqual([])
    expect(register.failures).toEqual({})
  })
})
