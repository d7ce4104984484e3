import type { Algorithm } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { Surroundings } from '../retry.ts'
import { answerOf } from './answers.ts'
import type { Mechanism } from './cryptoki.ts'
import { digestInto } from './digest.ts'
import { closeSession, type Session } from './session.ts'
import type { SharedModule } from './shared-module.ts'

/** A place for a session: none is there before it is opened, and after it was lost or given up. */
export interface Lane {
  session: Session | undefined
}

/** The mechanism of each algorithm: the digest is made here, so that no device need know more than these two. */
export const mechanismOf: Readonly<Record<Algorithm, Mechanism>> = { ES256: 'ECDSA', PS256: 'RSA-PSS' }

/** The session of a lane, unless it was lost. */
export function liveSession(module: SharedModule, { session }: Lane): Session | undefined {
  return session !== undefined && module.isStill(session.number) ? session : undefined
}

export function dropSession(module: SharedModule, lane: Lane): void {
  if (lane.session !== undefined) closeSession(module, lane.session)
  lane.session = undefined
}

/** Makes one signature, a copy. Throws what the calls answer. */
export function signAtOnce({ calls }: SharedModule, session: Session, bytes: Uint8Array): Uint8Array {
  digestInto(session.digest, bytes)
  calls.signInit(session.handle, session.mechanism, session.key)
  return new Uint8Array(calls.sign(session.handle, session.digest, session.signature))
}

/** How long an answer is waited for, in milliseconds. */
export interface Patience extends Pick<Surroundings, 'wait'> {
  readonly patience: number
}

/**
 * The same on another thread. When time is over or the signal aborted, the lane is without its session: that is closed
 * when its late answer comes, and nobody has it, or its buffers, before.
 * @throws Fault `signer.busy` when time is over; the reason of the signal; what the calls answer
 */
export async function signOnThread(
  module: SharedModule,
  lane: Lane,
  session: Session,
  bytes: Uint8Array,
  { patience, wait }: Patience,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  digestInto(session.digest, bytes)
  module.calls.signInit(session.handle, session.mechanism, session.key)
  const call = module.during(module.calls.signLater(session.handle, session.digest, session.signature))
  const answered = new AbortController()
  const over = wait(patience, signal ? AbortSignal.any([signal, answered.signal]) : answered.signal)
  try {
    return new Uint8Array(await Promise.race([call, over.then(late)]))
  } catch (error) {
    if (answerOf(error) === undefined) leaveSession(module, lane, session, call)
    throw error
  } finally {
    answered.abort()
  }
}

function leaveSession(module: SharedModule, lane: Lane, session: Session, call: Promise<unknown>): void {
  lane.session = undefined
  const close = (): void => closeSession(module, session)
  call.then(close, close)
}

function late(): never {
  throw new Fault('signer.busy', 'no answer in time')
}
