import { parseSign1, requireVerifiable, type VerifiableSign1 } from '../cose/sign1.ts'
import { type DecodedDcc, readPayload } from '../dcc/decode.ts'
import { readText } from '../dcc/text.ts'
import type { Profile, Usage } from '../dcc/types.ts'
import { usageOf } from '../dcc/usage.ts'
import { Fault } from '../fault.ts'
import type { TrustList } from '../trust/trust-list.ts'
import { checkEvent } from './checks/event.ts'
import { findCandidates, findSigner } from './checks/signature.ts'
import { checkCountry, checkUsage } from './checks/signer.ts'
import { type Clock, checkTime, checkValidity } from './checks/time.ts'
import { ALL_PASSED, failedAt } from './outcomes.ts'
import type { CheckName, RefusalCode, UndecidedCode, Verdict, VerifiedDcc } from './verdict.ts'

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
  let check: CheckName = 'text'
  let decoded: DecodedDcc | undefined
  try {
    const { compressed, cose } = readText(text)
    check = 'message'
    const message = readMessage(cose, profile)
    check = 'signer'
    const candidates = findCandidates(message, trust)
    check = 'signature'
    const found = findSigner(message, candidates)
    const signer = found instanceof Promise ? await found : found
    check = 'claims'
    const claims = readPayload(message.payload, profile)
    decoded = { text, compressed, cose, message, claims }
    check = 'time'
    checkTime(claims, clock)
    check = 'validity'
    checkValidity(signer, claims, clock, profile)
    check = 'country'
    checkCountry(signer, claims)
    check = 'usage'
    const usage = usageOf(claims.dcc)
    checkUsage(signer, usage)
    check = 'event'
    checkEvent(claims.dcc, clock)
    return { kind: 'accepted', dcc: believed(decoded, usage), signer, checks: ALL_PASSED }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return verdictOf(error, check, decoded)
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

function believed({ text, compressed, cose, message, claims }: DecodedDcc, usage: Usage): VerifiedDcc {
  return { text, compressed, cose, message, claims, usage } as VerifiedDcc
}

const UNDECIDED: ReadonlySet<string> = new Set<UndecidedCode>(['signer.unknown', 'signer.unsupported'])

function verdictOf({ code }: Fault, failed: CheckName, decoded: DecodedDcc | undefined): Verdict {
  const checks = failedAt(failed, code as RefusalCode | UndecidedCode)
  const rest = decoded === undefined ? { checks } : { decoded, checks }
  return UNDECIDED.has(code)
    ? { kind: 'undecided', code: code as UndecidedCode, ...rest }
    : { kind: 'refused', code: code as RefusalCode, ...rest }
}
