import { setTimeout } from 'node:timers/promises'
import { Fault } from '@vaxcert/core/fault'
import { admit, afterFailure, type Circuit, type CircuitSettings, closedCircuit } from './breaker.ts'

/** What a signer takes from the world around it. */
export interface Surroundings {
  /** Milliseconds, from anywhere, that never go back. */
  now(): number
  /** From 0, below 1. */
  random(): number
  /** @throws the reason of the signal when it is aborted first */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export interface RetrySettings extends CircuitSettings {
  /** Tries of one signature, the first included. */
  readonly tries: number
  /** Milliseconds: the longest wait before the second try; it doubles with each further one. */
  readonly firstWait: number
  /** Milliseconds that no wait exceeds. */
  readonly longestWait: number
}

/** Tries again what failed with `signer.busy`, and rests after too many failures in a row. */
export interface Retries {
  /**
   * What `attempt` gives: at once if its first try does. Any other error than `signer.busy` goes through.
   * @throws Fault `signer.busy` when the tries are used up, or at once while the circuit is open; the reason of the
   * signal when it is aborted between two tries
   */
  run<T>(attempt: () => T | Promise<T>, signal?: AbortSignal): T | Promise<T>
  circuit(): Circuit
}

export const defaultRetries: RetrySettings = {
  tries: 4,
  firstWait: 100,
  longestWait: 5000,
  failures: 8,
  rest: 10_000,
}

/** The clock of the process, its chance and its timers. */
export const realSurroundings: Surroundings = {
  now: () => performance.now(),
  random: () => Math.random(),
  async wait(milliseconds, signal) {
    await setTimeout(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => signal?.throwIfAborted())
  },
}

/** One for each key service: its failures are counted over all signatures. */
export function retries(settings: RetrySettings, { now, random, wait }: Surroundings): Retries {
  let circuit = closedCircuit

  function begin(signal: AbortSignal | undefined): void {
    signal?.throwIfAborted()
    if (circuit.kind === 'closed') return
    const admitted = admit(circuit, now(), settings)
    if (admitted === undefined) throw new Fault('signer.busy', 'resting after failures in a row')
    circuit = admitted
  }

  function answered<T>(result: T): T {
    circuit = closedCircuit
    return result
  }

  function failed(error: unknown): never {
    if (isBusy(error)) circuit = afterFailure(circuit, now(), settings)
    else if (error instanceof Fault) circuit = closedCircuit
    throw error
  }

  /** What one try gives, and its answer told to the circuit. */
  function once<T>(attempt: () => T | Promise<T>, signal: AbortSignal | undefined): T | Promise<T> {
    begin(signal)
    try {
      const result = attempt()
      return result instanceof Promise ? result.then(answered, failed) : answered(result)
    } catch (error) {
      return failed(error)
    }
  }

  async function again<T>(attempt: () => T | Promise<T>, first: unknown, signal?: AbortSignal): Promise<T> {
    let error = first
    for (let tried = 1; tried < settings.tries && isBusy(error) && circuit.kind === 'closed'; tried += 1) {
      await wait(backoff(tried, settings, random()), signal)
      try {
        return await once(attempt, signal)
      } catch (next) {
        error = next
      }
    }
    throw error
  }

  return {
    circuit: () => circuit,
    run(attempt, signal) {
      try {
        const result = once(attempt, signal)
        return result instanceof Promise ? result.catch((error) => again(attempt, error, signal)) : result
      } catch (error) {
        if (!isBusy(error)) throw error
        return again(attempt, error, signal)
      }
    },
  }
}

/** Milliseconds before the next try: anything up to a limit that doubles, so that those who failed together part. */
export function backoff(tried: number, { firstWait, longestWait }: RetrySettings, random: number): number {
  return random * Math.min(longestWait, firstWait * 2 ** (tried - 1))
}

function isBusy(error: unknown): boolean {
  return error instanceof Fault && error.code === 'signer.busy'
}
