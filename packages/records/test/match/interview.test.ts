import { describe, expect, it } from 'vitest'
import { carefulRegister } from '../../src/match/careful-register.ts'
import { askOfNobody, openInterview, type Question } from '../../src/match/interview.ts'
import type { RegisterAnswer } from '../../src/match/register.ts'
import { keptLog } from './kept-log.ts'

const identity = { number: '001085012345', name: 'nguyễn văn đức', birthDate: '1985-05-13', sex: 'male' } as const
const question = (person: number): Question => ({ person, turn: 0, kind: 'declared', identity })

function interviewWith(answer: RegisterAnswer, most = 100) {
  const log = keptLog()
  const register = carefulRegister({
    async check() {
      log.events.push('asked')
      return answer
    },
  })
  return { log, interview: openInterview(register, log, most) }
}

describe('an interview', () => {
  it('writes every question down before it is asked, and its answer after', async () => {
    const { log, interview } = interviewWith('right')
    expect(await interview.ask([question(7)], new Map())).toEqual(['right'])
    expect(log.events).toEqual(['wrote 7 0 declared', 'asked', 'wrote 7 0 declared right'])
  })

  it('writes no name and no number', async () => {
    const { log, interview } = interviewWith('wrong')
    await interview.ask([question(7)], new Map())
    expect(JSON.stringify(log.lines)).not.toMatch(/0010|nguyễn|1985/)
  })

  it('asks nothing to which the answer is known', async () => {
    const { log, interview } = interviewWith('wrong')
    expect(await interview.ask([question(1), question(2)], new Map([['1 0', 'right']]))).toEqual(['right', 'wrong'])
    expect([log.lines.length, interview.asked]).toEqual([2, 1])
  })

  it('asks no more than it may, over all calls', async () => {
    const { log, interview } = interviewWith('right', 3)
    expect(await interview.ask([question(1), question(2)], new Map())).toEqual(['right', 'right'])
    expect(await interview.ask([question(3), question(4)], new Map())).toEqual(['right', 'unknown'])
    expect(await interview.ask([question(5)], new Map())).toEqual(['unknown'])
    expect([interview.asked, interview.held]).toEqual([3, 2])
    expect(log.events.filter((event) => event === 'asked')).toHaveLength(3)
  })

  it('refuses a register that calls right what nobody can be', async () => {
    await expect(askOfNobody(interviewWith('right').interview)).rejects.toMatchObject({ code: 'register.unreliable' })
    await askOfNobody(interviewWith('wrong').interview)
    await askOfNobody(interviewWith('unknown').interview)
  })
})
