import { Fault } from '@vaxcert/core/fault'
import type { CarefulRegister } from './careful-register.ts'
import type { HypothesisKind } from './hypotheses.ts'
import type { Identity, RegisterAnswer } from './register.ts'

/** One question to the register. `person` is a running number: nothing in a log tells who it is. */
export interface Question {
  readonly person: number
  /** 0 for what was declared, then the hypotheses in their order. */
  readonly turn: number
  readonly kind: 'declared' | 'nobody' | HypothesisKind
  readonly identity: Identity
}

/** A line of the log: a question before it is asked, then its answer. */
export interface LoggedQuestion extends Omit<Question, 'identity'> {
  readonly answer?: RegisterAnswer
}

/** Keeps what was asked: yes and no to one hypothesis after the other is how a register would be probed for people. */
export interface QuestionLog {
  /** Answers that were right or wrong, of these people, by `questionKey`. */
  known(first: number, last: number): Promise<ReadonlyMap<string, RegisterAnswer>>
  /** On disk when it returns. */
  write(lines: readonly LoggedQuestion[]): void
}

export interface Interview {
  /** Gives the answers in the order of the questions; what must not be asked any more is `unknown`. */
  ask(questions: readonly Question[], known: ReadonlyMap<string, RegisterAnswer>): Promise<readonly RegisterAnswer[]>
  /** Questions asked. */
  readonly asked: number
  /** Questions that the limit kept from being asked. */
  readonly held: number
}

export function questionKey({ person, turn }: Pick<Question, 'person' | 'turn'>): string {
  return `${person} ${turn}`
}

/** Every question is written down before it is asked; at most `most` are; none to which the answer is known. */
export function openInterview(register: CarefulRegister, log: QuestionLog, most: number): Interview {
  let [asked, held] = [0, 0]
  return {
    get asked() {
      return asked
    },
    get held() {
      return held
    },
    async ask(questions, known) {
      const open = questions.filter((question) => !known.has(questionKey(question)))
      const now = register.isGivenUp ? [] : open.slice(0, Math.max(0, most - asked))
      held += open.length - now.length
      asked += now.length
      if (now.length > 0) log.write(now.map(withoutIdentity))
      const answers = await register.checkAll(now.map(({ identity }) => identity))
      if (now.length > 0)
        log.write(now.map((question, at) => ({ ...withoutIdentity(question), answer: answers[at] ?? 'unknown' })))
      const said = new Map([
        ...known,
        ...now.map((question, at) => [questionKey(question), answers[at] ?? 'unknown'] as const),
      ])
      return questions.map((question) => said.get(questionKey(question)) ?? 'unknown')
    },
  }
}

const nobody: Identity = { number: '000000000000', name: 'không có ai', birthDate: '1900-01-01', sex: 'male' }

/**
 * Asks about somebody who cannot be: a register that calls that right knows nothing.
 * @throws Fault `register.unreliable`
 */
export async function askOfNobody(interview: Interview): Promise<void> {
  const [answer] = await interview.ask([{ person: 0, turn: 0, kind: 'nobody', identity: nobody }], new Map())
  if (answer === 'right') throw new Fault('register.unreliable', 'the register calls right what nobody can be')
}

function withoutIdentity({ person, turn, kind }: Question): LoggedQuestion {
  return { person, turn, kind }
}
