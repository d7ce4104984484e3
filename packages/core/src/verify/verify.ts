import { parseSign1, requireVerifiable, type VerifiableSign1 } from '../cose/sign1.ts'
import { type DecodedDcc, readPayload } from '../dcc/decode.ts'
import { readText } from '../dcc/text.ts'
import type { Profile, Usage } from '../dcc/types.ts'
import { usageOf } from '../dcc/usage.ts'
import { Fault } from '../fault.ts'
import { checkEvent } from './checks/event.ts'
import { checkAge, checkClock } from './checks/lists.ts'
import { checkRevocation } from './checks/revocation.ts'
import { checkRules } from './checks/rules.ts'
import { findCandidates, findSigner } from './checks/signature.ts'
import { checkCountry, checkDenial, checkUsage } from './checks/signer.ts'
import { checkTime, checkValidity } from './checks/time.ts'
import { allPassed, failedAt } from './outcomes.ts'
import { judgeRules } from './rules/judge-rules.ts'
import type { CheckName, Found, RefusalCode, UndecidedCode, Verdict, VerifiedDcc } from './verdict.ts'
import { readClock, type VerifyOptions } from './verify-options.ts'

/** Where a verification stands: the check that is being made, and what those before it found. */
type Course = { check: CheckName } & { -readonly [Name in keyof Found]: Found[Name] | undefined }

/**
 * Verifies an HC1 text: is it a certificate, who signed it, may they, does it hold at this moment, and, where the
 * caller hands in what it takes, is it revoked and what do the rules say?
 * Nothing of the payload is read before its signature is right.
 * No text makes it throw; a wrong option is a TypeError.
 */
export async function verify(text: string, options: VerifyOptions): Promise<Verdict> {
  const { trust, profile = 'eu', lists, revocation } = options
  const clock = readClock(options)
  const course: Course = {
    check: 'text',
    signer: undefined,
    decoded: undefined,
    documents: undefined,
    rules: undefined,
  }
  try {
    const { compressed, cose } = readText(text)
    course.check = 'message'
    const message = readMessage(cose, profile)
    course.check = 'signer'
    const candidates = findCandidates(message, trust)
    course.check = 'signature'
    const found = findSigner(message, candidates)
    const signer = found instanceof Promise ? await found : found
    course.signer = signer
    course.check = 'claims'
    const claims = readPayload(message.payload, profile)
    if ('dcc' in claims) course.decoded = { text, compressed, cose, message, claims }
    else course.documents = claims
    course.check = 'clock'
    checkClock(lists)
    course.check = 'time'
    checkTime(claims, clock)
    course.check = 'validity'
    checkDenial(signer, trust)
    checkValidity(signer, claims, clock, profile)
    course.check = 'country'
    checkCountry(signer, claims)
    course.check = 'content'
    const decoded = course.decoded ?? (await refuseToJudge(checkRevocation(revocation, message, signer, claims, trust)))
    const { dcc } = decoded.claims
    course.check = 'usage'
    const usage = usageOf(dcc)
    checkUsage(signer, usage)
    course.check = 'event'
    checkEvent(dcc, clock)
    course.check = 'lists'
    const warnings = checkAge(lists)
    course.check = 'revocation'
    const revoked = checkRevocation(revocation, message, signer, decoded.claims, trust)
    if (revoked !== undefined) await revoked
    course.check = 'rules'
    if (options.rules !== undefined) {
      const subject = { claims: decoded.claims, usage, kid: signer.kid, signerCountry: signer.country }
      course.rules = judgeRules(options.rules, subject, clock.now)
      checkRules(course.rules)
    }
    const checks = allPassed(options)
    const accepted = { kind: 'accepted', dcc: believed(decoded, usage), signer, checks, warnings } as const
    return course.rules === undefined ? accepted : { ...accepted, rules: course.rules }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return verdictOf(error, course, options)
  }
}

/** EU issuers left the algorithm unprotected (test CO20); safe, because the key pins it, but not `strict`. */
function readMessage(cose: Uint8Array, profile: Profile): VerifiableSign1 {
  const message = requireVerifiable(parseSign1(cose))
  if (profile === 'strict' && !message.algorithmProtected) throw new Fault('cose.algorithm', 'not protected')
  return message
}

/**
 * We hold rules for the EU's certificate alone. Other documents are shown, and judged by nobody; but what was taken
 * back is refused.
 */
async function refuseToJudge(revoked: undefined | Promise<void>): Promise<never> {
  await revoked
  throw new Fault('content.no-rules', 'no rules for this kind of document')
}

function believed({ text, compressed, cose, message, claims }: DecodedDcc, usage: Usage): VerifiedDcc {
  return { text, compressed, cose, message, claims, usage } as VerifiedDcc
}

const UNDECIDED: ReadonlySet<string> = new Set<UndecidedCode>([
  'signer.unknown',
  'signer.unsupported',
  'clock.behind',
  'content.no-rules',
  'lists.too-old',
  'revocation.unavailable',
  'rules.none',
  'rules.unreadable',
])

function verdictOf({ code }: Fault, course: Course, options: VerifyOptions): Verdict {
  const checks = failedAt(course.check, code as RefusalCode | UndecidedCode, options)
  return UNDECIDED.has(code)
    ? { kind: 'undecided', code: code as UndecidedCode, checks, ...foundOn(course) }
    : { kind: 'refused', code: code as RefusalCode, checks, ...foundOn(course) }
}

/** Only what there is: a member that is absent says more than one that is undefined. */
function foundOn({ signer, decoded, documents, rules }: Course): Found {
  return {
    ...(signer && { signer }),
    ...(decoded && { decoded }),
    ...(documents && { documents }),
    ...(rules && { rules }),
  }
}
