import { Fault } from '@vaxcert/core/fault'
import { isBusy, signingFault } from './faults.ts'
import { dropSession, type Lane, liveSession, type Patience, signAtOnce, signOnThread } from './lane.ts'
import { openLane } from './reopen.ts'
import type { Session, SessionMaker } from './session.ts'

/** What all signatures of one signer have in common. */
export interface Workshop extends Patience {
  readonly maker: SessionMaker
  /** Whether other threads sign, and this one goes on meanwhile. */
  readonly onThreads: boolean
  /** Whether each signature is verified here. */
  readonly verifies: boolean
  /** What was done so far. */
  readonly tally: { signatures: number; failures: number }
}

/** One signature that is wanted, over all tries. */
export interface Job {
  readonly bytes: Uint8Array
  readonly signal: AbortSignal | undefined
  /** Signatures for it that were wrong. */
  wrong: number
}

/** How many wrong signatures are borne: after the first, a key that was found again may be the right one. */
const WRONG_AT_MOST = 1

/**
 * One try on a lane, which is given a session first when it has none.
 * @throws Fault `signer.busy`, `signer.refused`; the reason of the signal
 */
export function tryOn(workshop: Workshop, lane: Lane, job: Job): Uint8Array | Promise<Uint8Array> {
  job.signal?.throwIfAborted()
  const { maker } = workshop
  try {
    const session = liveSession(maker.module, lane)
    const result =
      session === undefined
        ? openLane(maker, lane, 'again').then((opened) => signChecked(workshop, lane, opened, job))
        : signChecked(workshop, lane, session, job)
    return result instanceof Promise ? result.catch((error) => failed(workshop, lane, error)) : result
  } catch (error) {
    return failed(workshop, lane, error)
  }
}

function signChecked(workshop: Workshop, lane: Lane, session: Session, job: Job): Uint8Array | Promise<Uint8Array> {
  const { module } = workshop.maker
  if (!workshop.onThreads) return checked(workshop, signAtOnce(module, session, job.bytes), session, job)
  const signature = signOnThread(module, lane, session, job.bytes, workshop, job.signal)
  return signature.then((made) => checked(workshop, made, session, job))
}

function checked(
  { maker, verifies, tally }: Workshop,
  signature: Uint8Array,
  session: Session,
  job: Job,
): Uint8Array | Promise<Uint8Array> {
  if (signature.length !== session.signature.length) throw wrong(job)
  const right = verifies ? maker.verify(job.bytes, signature) : true
  if (right === false) throw wrong(job)
  if (right === true) return given(signature, tally)
  return right.then((later) => {
    if (!later) throw wrong(job)
    return given(signature, tally)
  })
}

function given(signature: Uint8Array, tally: Workshop['tally']): Uint8Array {
  tally.signatures += 1
  return signature
}

function wrong(job: Job): Fault {
  job.wrong += 1
  const code = job.wrong <= WRONG_AT_MOST ? 'signer.busy' : 'signer.refused'
  return new Fault(code, 'its signature is not that of the certificate')
}

/** The session of a device that is only busy is kept. */
function failed({ maker, tally }: Workshop, lane: Lane, error: unknown): never {
  tally.failures += 1
  if (!isBusy(error)) dropSession(maker.module, lane)
  throw signingFault(error)
}
