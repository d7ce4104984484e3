import { createHash } from 'node:crypto'
import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { HsmSigner } from '../hsm-signer.ts'
import { lanesOf } from '../lanes.ts'
import { defaultRetries, type Retries, realSurroundings, retries } from '../retry.ts'
import { requireKey } from './key-check.ts'
import type { KeyService } from './key-service.ts'
import { defaultLanes, defaultPatience, type KmsOptions } from './kms-options.ts'
import { late, withinTime } from './time-limit.ts'
import { troubleFault } from './trouble.ts'

/** Wrong answers to one and the same text after which the service is asked no more. */
const WRONG_ANSWERS = 2

/** A signer over a key service. It asks over a network: nothing is signed at once. */
export interface KmsSigner extends HsmSigner {
  sign(toBeSigned: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>
}

/**
 * The signer over a key service, once the service has shown that it holds the right key. When it does not, the
 * service is closed.
 * @throws Fault `signer.key` and `signer.attribute` for another key than was asked for, `signer.refused` when it may
 * not be used, `signer.busy` when the service could not be asked; TypeError for options that are none
 */
export async function kmsSigner(service: KeyService, options: KmsOptions): Promise<KmsSigner> {
  try {
    return await opened(service, options)
  } catch (error) {
    await service.close()
    throw error
  }
}

async function opened(service: KeyService, options: KmsOptions): Promise<KmsSigner> {
  const { documentSigner, lanes = defaultLanes, patience = defaultPatience } = options
  if (!Number.isInteger(lanes) || lanes < 1) throw new TypeError('lanes must be a whole number, 1 or more')
  if (!(patience > 0)) throw new TypeError('patience must be above 0')
  const tally = { signatures: 0, failures: 0 }
  const attempts = retries({ ...defaultRetries, ...options.retries }, options.surroundings ?? realSurroundings)
  const request = requests(service, patience)
  const isRight = judge(options)
  const places = lanesOf(Array.from({ length: lanes }, (_, lane) => lane))
  requireKey(
    await attempts.run(() => request((signal) => service.describe(signal))),
    documentSigner,
    options.origin ?? 'generated',
  )
  let ended: Promise<void> | undefined
  return {
    kid: documentSigner.kid,
    algorithm: documentSigner.algorithm,
    lanes,
    health: () => ({ circuit: attempts.circuit().kind, sessions: ended === undefined ? lanes : 0, ...tally }),
    close() {
      ended ??= places.end().then(() => service.close())
      return ended
    },
    async sign(toBeSigned, signal) {
      if (ended !== undefined) throw new Fault('signer.refused', 'signer is closed')
      const digest = createHash('sha256').update(toBeSigned).digest()
      const ask = counted(tally, async () => {
        const answer = await request((inner) => service.sign(digest, inner), signal)
        return answer !== undefined && (await isRight(toBeSigned, answer)) ? answer : undefined
      })
      return places.use(() => rightAnswer(attempts, ask, signal))
    },
  }
}

type Request = <T>(ask: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal) => Promise<T>

/** Requests with a limit to their time, whose errors are Faults or the reason of the caller's signal. */
function requests(service: KeyService, patience: number): Request {
  return async (ask, signal) => {
    try {
      return await withinTime(patience, ask, signal)
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof Fault) throw error
      throw troubleFault(error === late ? 'late' : service.explain(error))
    }
  }
}

type Ask = () => Promise<Uint8Array | undefined>

/** Counts right answers, and everything else as a failure. */
function counted(tally: { signatures: number; failures: number }, ask: Ask): Ask {
  return async () => {
    let answer: Uint8Array | undefined
    try {
      answer = await ask()
      return answer
    } finally {
      if (answer === undefined) tally.failures += 1
      else tally.signatures += 1
    }
  }
}

/** Whether an answer is a signature: always its length, and all of it where the signer verifies. */
function judge({
  documentSigner,
  verifiedBy,
}: KmsOptions): (toBeSigned: Uint8Array, answer: Uint8Array) => boolean | Promise<boolean> {
  const key = readPublicKey(documentSigner.spki)
  if (key.algorithm !== documentSigner.algorithm) throw new TypeError('documentSigner: a key of another algorithm')
  const bytes = key.keyType === 'EC' ? 64 : Math.ceil(key.modulusBits / 8)
  const verify = verifiedBy === 'caller' ? () => true : signatureVerifier(key)
  return (toBeSigned, answer) => answer.length === bytes && verify(toBeSigned, answer)
}

/** The first right answer. @throws Fault of the service; `signer.refused` after wrong answers */
async function rightAnswer(attempts: Retries, ask: Ask, signal: AbortSignal | undefined): Promise<Uint8Array> {
  let wrong = 0
  return attempts.run(async () => {
    const answer = await ask()
    if (answer !== undefined) return answer
    wrong += 1
    if (wrong < WRONG_ANSWERS) throw troubleFault('spoilt')
    throw new Fault('signer.refused', 'answers that are no signatures of the key')
  }, signal)
}
