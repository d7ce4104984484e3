import { type LoggedQuestion, type QuestionLog, questionKey } from '../../src/match/interview.ts'
import type { RegisterAnswer } from '../../src/match/register.ts'

/** A log in memory, and what happened in what order. */
export interface KeptLog extends QuestionLog {
  readonly events: string[]
  readonly lines: LoggedQuestion[]
}

export function keptLog(before: ReadonlyMap<string, RegisterAnswer> = new Map()): KeptLog {
  const [events, lines]: [string[], LoggedQuestion[]] = [[], []]
  return {
    ...{ events, lines },
    known: async () => before,
    write(added) {
      for (const line of added)
        events.push(`wrote ${questionKey(line)} ${[line.kind, line.answer].filter(Boolean).join(' ')}`)
      lines.push(...added)
    },
  }
}
