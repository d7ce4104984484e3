import { setTimeout } from 'node:timers/promises'
import type { Fault } from '@vaxcert/core/fault'
import { type Authority, signEach } from '@vaxcert/core/issue'
import type { VerifyOptions } from '@vaxcert/core/verify'
import type { Intent } from '../ledger/chunk.ts'
import { finishIntent, type Verified, verifyFinished } from './verify-signed.ts'

/** What became of one of them, once its signature was right. */
export type SignedIntent = Intent & {
  readonly signature: Uint8Array
  readonly verified: Exclude<Verified, { kind: 'wrong' }>
}

export interface Signing {
  readonly authority: Authority
  readonly verifying: VerifyOptions
  readonly signal?: AbortSignal
}

/** How often a signature is asked for that is refused, or wrong when it comes. */
const TRIES = 3
/** Seconds to wait for a busy signer before each further try. */
const WAITS = [1, 2, 4] as const

export type Signatures = Promise<readonly (Uint8Array | Fault)[]>

/** Asks for signatures; see `verifySlice`. */
export function askSlice(slice: readonly Intent[], { authority, signal }: Signing): Signatures {
  const signatures = signEach(
    slice.map(({ toBeSigned }) => toBeSigned),
    authority.signer,
    signal,
  )
  // They may be waited for only later, or never.
  signatures.catch(() => {})
  return signatures
}

/**
 * Every signature verified by our own verifier, in the order of the intents; what is wrong is asked for again.
 * @throws Fault `signer.busy` when the signer stays so, and what is wrong at the last try
 */
export async function verifySlice(
  slice: readonly Intent[],
  asked: Signatures,
  signing: Signing,
): Promise<readonly SignedIntent[]> {
  const signed = new Map<Intent, SignedIntent>()
  let waiting = slice
  let answers = await asked
  for (let tried = 1; ; tried += 1) {
    const { again, fault } = await verifyEach(waiting, answers, signing, signed)
    if (fault === undefined) return slice.map((intent) => signed.get(intent) as SignedIntent)
    const wait = fault.code === 'signer.busy' ? WAITS[tried - 1] : 0
    if (wait === undefined || (wait === 0 && tried >= TRIES)) throw fault
    await pause(wait, signing.signal)
    waiting = again
    answers = await askSlice(waiting, signing)
  }
}

interface Left {
  readonly again: readonly Intent[]
  /** Why the last of them is asked for again. */
  readonly fault: Fault | undefined
}

/** First all texts, then all verdicts: a tenth faster than one certificate after the other. */
async function verifyEach(
  intents: readonly Intent[],
  answers: readonly (Uint8Array | Fault)[],
  { authority, verifying }: Signing,
  signed: Map<Intent, SignedIntent>,
): Promise<Left> {
  const { algorithm } = authority.signer
  const finished = intents.map(({ toBeSigned }, index) => finishIntent(toBeSigned, answerAt(answers, index), algorithm))
  const again: Intent[] = []
  let fault: Fault | undefined
  for (const [index, dcc] of finished.entries()) {
    const { doseNo, toBeSigned } = intents[index] as Intent
    const verified = await verifyFinished(dcc, verifying)
    if (verified.kind === 'wrong') {
      again.push(intents[index] as Intent)
      fault = verified.fault
    } else {
      const signature = answerAt(answers, index) as Uint8Array
      signed.set(intents[index] as Intent, { doseNo, toBeSigned, signature, verified })
    }
  }
  return { again, fault }
}

function answerAt(answers: readonly (Uint8Array | Fault)[], index: number): Uint8Array | Fault {
  return answers[index] as Uint8Array | Fault
}

/** @throws the reason of the signal when it is aborted first */
async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(seconds * 1000, undefined, { ...(signal && { signal }) }).catch(() => signal?.throwIfAborted())
}
