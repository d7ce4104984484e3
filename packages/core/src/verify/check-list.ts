import { Fault } from '../fault.ts'
import type { Check, CheckName, RefusalCode, UndecidedCode } from './verdict.ts'

const ORDER: readonly CheckName[] = [
  'text',
  'message',
  'signer',
  'signature',
  'claims',
  'time',
  'validity',
  'country',
  'usage',
  'event',
]

const UNDECIDED: ReadonlySet<string> = new Set<UndecidedCode>(['signer.unknown', 'signer.unsupported'])

export function undecided(code: string): code is UndecidedCode {
  return UNDECIDED.has(code)
}

/** Runs the checks one by one and keeps what came of each. */
export class CheckList {
  readonly #done: Check[] = []

  run<T>(name: CheckName, check: () => T): T {
    try {
      const result = check()
      this.#done.push({ name, outcome: 'passed' })
      return result
    } catch (error) {
      throw this.#failed(name, error)
    }
  }

  async runAsync<T>(name: CheckName, check: () => Promise<T>): Promise<T> {
    try {
      const result = await check()
      this.#done.push({ name, outcome: 'passed' })
      return result
    } catch (error) {
      throw this.#failed(name, error)
    }
  }

  /** Every check in order; those not reached are skipped. */
  all(): readonly Check[] {
    const missing = ORDER.slice(this.#done.length)
    return [...this.#done, ...missing.map((name): Check => ({ name, outcome: 'skipped' }))]
  }

  #failed(name: CheckName, error: unknown): unknown {
    if (error instanceof Fault) {
      this.#done.push({ name, outcome: 'failed', code: error.code as RefusalCode | UndecidedCode })
    }
    return error
  }
}
