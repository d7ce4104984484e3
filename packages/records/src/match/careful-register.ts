import type { Identity, Register, RegisterAnswer } from './register.ts'

/** Why a register gave no answer. */
export type RegisterFailure = 'register.timeout' | 'register.failed' | 'register.answer'

export interface Patience {
  /** Milliseconds in which a question, or a batch of them, must be answered. */
  readonly timeout: number
  /** After so many failures in a row the register is asked no more. */
  readonly mostFailures: number
}

export const patience: Patience = { timeout: 60_000, mostFailures: 3 }

/** A register that always answers in time: where the one behind it does not, with `unknown`. Never throws. */
export interface CarefulRegister {
  checkAll(identities: readonly Identity[]): Promise<readonly RegisterAnswer[]>
  /** How often it failed. */
  readonly failures: Readonly<Partial<Record<RegisterFailure, number>>>
  /** Whether it is asked no more. */
  readonly isGivenUp: boolean
}

const late = 'register.timeout'
const broken = 'register.failed'
const answers: ReadonlySet<unknown> = new Set<RegisterAnswer>(['right', 'wrong', 'unknown'])

export function carefulRegister(register: Register, { timeout, mostFailures }: Patience = patience): CarefulRegister {
  const failures: Partial<Record<RegisterFailure, number>> = {}
  let inARow = 0
  return {
    failures,
    get isGivenUp() {
      return inARow >= mostFailures
    },
    async checkAll(identities) {
      if (identities.length === 0) return []
      if (inARow >= mostFailures) return identities.map(() => 'unknown')
      const said = await withinTime(askAll(register, identities), timeout)
      const failure = failureOf(said, identities.length)
      inARow = failure === undefined ? 0 : inARow + 1
      if (failure !== undefined) failures[failure] = (failures[failure] ?? 0) + 1
      return failure === undefined ? (said as readonly RegisterAnswer[]) : identities.map(() => 'unknown')
    },
  }
}

async function askAll(register: Register, identities: readonly Identity[]): Promise<unknown> {
  if (register.checkAll !== undefined) return register.checkAll(identities)
  const said: unknown[] = []
  for (const identity of identities) said.push(await register.check(identity))
  return said
}

function failureOf(said: unknown, count: number): RegisterFailure | undefined {
  if (said === late || said === broken) return said
  const isAnswer = Array.isArray(said) && said.length === count && said.every((answer) => answers.has(answer))
  return isAnswer ? undefined : 'register.answer'
}

/** What it answers, or why not; what a register throws may quote what it was asked, and is dropped. */
async function withinTime(answer: Promise<unknown>, timeout: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, timeout, late)
  })
  try {
    return await Promise.race([answer, tooLate])
  } catch {
    return broken
  } finally {
    clearTimeout(timer)
  }
}
