import type { Cryptoki } from '../../src/pkcs11/cryptoki.ts'

/** The calls of a module with faults put before them. */
export interface FaultyCryptoki {
  readonly calls: Cryptoki
  /** Those behind the faults. */
  readonly real: Cryptoki
  /** The next times a call is made, it answers this CKR_ value instead. */
  fail(call: keyof Cryptoki, answer: number, times?: number): void
  /** The next time a call is made, this is done instead; it may call the real one. */
  instead<Call extends keyof Cryptoki>(call: Call, action: Cryptoki[Call]): void
  /** How often a call was made, those included that failed. */
  count(call: keyof Cryptoki): number
  /** No more faults. */
  heal(): void
}

export function faulty(real: Cryptoki): FaultyCryptoki {
  const planned = new Map<keyof Cryptoki, ((...values: readonly unknown[]) => unknown)[]>()
  const counts = new Map<keyof Cryptoki, number>()
  const wrapped = Object.entries(real).map(([name, action]) => {
    const call = name as keyof Cryptoki
    return [
      name,
      (...values: readonly unknown[]) => {
        counts.set(call, (counts.get(call) ?? 0) + 1)
        const done = planned.get(call)?.shift() ?? (action as (...values: readonly unknown[]) => unknown)
        return done(...values)
      },
    ]
  })
  const plan = (call: keyof Cryptoki, action: (...values: readonly unknown[]) => unknown, times: number): void => {
    planned.set(call, [...(planned.get(call) ?? []), ...Array.from({ length: times }, () => action)])
  }
  return {
    real,
    calls: Object.fromEntries(wrapped) as Cryptoki,
    fail: (call, answer, times = 1) =>
      plan(call, () => (call === 'signLater' ? Promise.reject(answered(answer)) : thrown(answer)), times),
    instead: (call, action) => plan(call, action as (...values: readonly unknown[]) => unknown, 1),
    count: (call) => counts.get(call) ?? 0,
    heal: () => planned.clear(),
  }
}

/** An error as pkcs11js makes it. */
export function answered(answer: number): Error {
  return Object.assign(new Error('CKR'), { code: answer })
}

function thrown(answer: number): never {
  throw answered(answer)
}
