import type { PublicKey, SignatureVerifier } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import { answerKind, answerName, answerOf, CKR, isKnown } from './answers.ts'
import type { Handle, Mechanism } from './cryptoki.ts'
import { digestInto } from './digest.ts'
import { findKey } from './key.ts'
import type { Pkcs11Options } from './options.ts'
import { quietly, type SharedModule } from './shared-module.ts'
import { findToken } from './token.ts'

/** A session that is logged in, and the key that was found in it and proved to be the one of the certificate. */
export interface Session {
  readonly handle: Handle
  readonly key: Handle
  readonly mechanism: Mechanism
  /** Of the module's initialisation: at another one the handles are worth nothing. */
  readonly number: number
  /** Buffers of the one signature that may be under way. */
  readonly digest: Buffer
  readonly signature: Buffer
}

/** What sessions of one signer have in common. */
export interface SessionMaker {
  readonly module: SharedModule
  readonly options: Pick<Pkcs11Options, 'token' | 'key'> & Required<Pick<Pkcs11Options, 'origin'>>
  readonly mechanism: Mechanism
  readonly publicKey: PublicKey
  readonly verify: SignatureVerifier
  /** Gives the PIN. @throws Fault `signer.pin` when it was not taken before */
  readonly pin: () => string | Promise<string>
  /** Told that the PIN was not taken. */
  readonly pinRefused: (why: Fault) => void
}

const DIGEST_BYTES = 32

/** Signed once in each session. No Sig_structure: that would be an array, and this begins as a text in CBOR. */
const probe = new TextEncoder().encode('vaxcert asks: is this the key of the certificate?')

/**
 * Opens a session, logs in where nobody has, finds the key and compares it with the certificate: by its public key, and
 * by a signature, since a public key beside it proves nothing.
 * @throws Fault `signer.token`, `signer.pin`, `signer.key`, `signer.attribute`; what the calls answer
 */
export async function openSession(maker: SessionMaker): Promise<Session> {
  const { module, options, mechanism, publicKey } = maker
  const { calls } = module
  const number = module.begin()
  const handle = calls.openSession(findToken(calls, options.token))
  try {
    await logIn(maker, handle, number)
    const key = findKey(calls, handle, options.key, options.origin, publicKey)
    const session = { handle, key, mechanism, number, ...buffers(publicKey) }
    await requireRightKey(maker, session)
    return session
  } catch (error) {
    closeSession(module, { handle, number })
    throw error
  }
}

/** Closes it, unless its handle may by now be that of another. */
export function closeSession(module: SharedModule, { handle, number }: Pick<Session, 'handle' | 'number'>): void {
  if (module.isStill(number)) quietly(() => module.calls.closeSession(handle))
}

/** Logging in counts for all sessions of the process: whoever was first did it for all. */
async function logIn(maker: SessionMaker, session: Handle, number: number): Promise<void> {
  const { calls, isStill } = maker.module
  if (calls.loggedIn(session)) return
  const pin = await maker.pin()
  // While the PIN was waited for, somebody may have initialised the module anew.
  if (!isStill(number)) throw new Fault('signer.busy', 'the module was initialised anew')
  try {
    calls.login(session, pin)
  } catch (error) {
    const answer = answerOf(error)
    if (answer === CKR.userAlreadyLoggedIn) return
    // What is not known might mean a wrong PIN: it is not tried again, since some more would lock the token.
    if (answer === undefined || (isKnown(answer) && answerKind(answer) !== 'refused')) throw error
    const why = new Fault('signer.pin', answerName(answer))
    maker.pinRefused(why)
    throw why
  }
}

async function requireRightKey({ module, verify }: SessionMaker, session: Session): Promise<void> {
  const { calls } = module
  digestInto(session.digest, probe)
  calls.signInit(session.handle, session.mechanism, session.key)
  const signature = calls.sign(session.handle, session.digest, session.signature)
  if (!(await verify(probe, signature))) throw new Fault('signer.key', 'its signature is not that of the certificate')
}

/** Each with memory of its own: small buffers share one with others. */
function buffers(publicKey: PublicKey): Pick<Session, 'digest' | 'signature'> {
  const length = publicKey.keyType === 'EC' ? 64 : publicKey.modulus.length
  return { digest: Buffer.allocUnsafeSlow(DIGEST_BYTES), signature: Buffer.allocUnsafeSlow(length) }
}
