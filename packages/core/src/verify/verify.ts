import { parseSign1, requireVerifiable, type VerifiableSign1 } from '../cose/sign1.ts'
import { type DecodedDcc, readPayload } from '../dcc/decode.ts'
import { readText } from '../dcc/text.ts'
import type { Profile } from '../dcc/types.ts'
import { Fault } from '../fault.ts'
import type { TrustList } from '../trust/trust-list.ts'
import { CheckList, undecided } from './check-list.ts'
import { checkEvent, usageOf } from './checks/event.ts'
import { findCandidates, findSigner } from './checks/signature.ts'
import { checkCountry, checkUsage } from './checks/signer.ts'
import { type Clock, checkTime, checkValidity } from './checks/time.ts'
import type { RefusalCode, UndecidedCode, Verdict, VerifiedDcc } from './verdict.ts'

export interface VerifyOptions {
  /** Whose word counts. */
  readonly trust: TrustList
  /** The moment for which the verdict holds. */
  readonly at: Date
  /** Default `eu`. */
  readonly profile?: Profile
  /** How many seconds an issuer's clock may be ahead of ours, 0 to 3600. Default 300. */
  readonly clockSkewSeconds?: number
}

const DEFAULT_SKEW = 300
const MAX_SKEW = 3600

/**
 * Verifies an HC1 text: is it a certificate, who signed it, may they, and does it hold at this moment?
 * Nothing of the payload is read before its signature is right.
 * No text makes it throw; a wrong option is a TypeError.
 */
export async function verify(text: string, options: VerifyOptions): Promise<Verdict> {
  const { trust, profile = 'eu' } = options
  const clock = readClock(options)
  const checks = new CheckList()
  let decoded: DecodedDcc | undefined
  try {
    const { compressed, cose } = checks.run('text', () => readText(text))
    const message = checks.run('message', () => readMessage(cose, profile))
    const candidates = checks.run('signer', () => findCandidates(message, trust))
    const signer = await checks.runAsync('signature', () => findSigner(message, candidates))
    const claims = checks.run('claims', () => readPayload(message.payload, profile))
    decoded = { text, compressed, cose, message, claims }
    const usage = usageOf(claims.dcc)
    checks.run('time', () => checkTime(claims, clock))
    checks.run('validity', () => checkValidity(signer, claims, clock, profile))
    checks.run('country', () => checkCountry(signer, claims))
    checks.run('usage', () => checkUsage(signer, usage))
    checks.run('event', () => checkEvent(claims.dcc, clock))
    return { kind: 'accepted', dcc: { ...decoded, usage } as VerifiedDcc, signer, checks: checks.all() }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return verdictOf(error, checks, decoded)
  }
}

function readClock({ at, clockSkewSeconds: skew = DEFAULT_SKEW }: VerifyOptions): Clock {
  const now = at.getTime() / 1000
  if (Number.isNaN(now)) throw new TypeError('at: not a date')
  if (!(skew >= 0 && skew <= MAX_SKEW)) throw new TypeError('clockSkewSeconds: 0 to 3600')
  return { now, skew }
}

/** EU issuers left the algorithm unprotected (test CO20); safe, because the key pins it, but not `strict`. */
function readMessage(cose: Uint8Array, profile: Profile): VerifiableSign1 {
  const message = requireVerifiable(parseSign1(cose))
  if (profile === 'strict' && !message.algorithmProtected) throw new Fault('cose.algorithm', 'not protected')
  return message
}

function verdictOf(fault: Fault, checks: CheckList, decoded: DecodedDcc | undefined): Verdict {
  const rest = { ...(decoded && { decoded }), checks: checks.all() }
  return undecided(fault.code)
    ? { kind: 'undecided', code: fault.code as UndecidedCode, ...rest }
    : { kind: 'refused', code: fault.code as RefusalCode, ...rest }
}
