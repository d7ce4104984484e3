import { Fault } from '@vaxcert/core'
import { algorithmByName, PS256_SALT_BYTES, type SignatureVerifier, signatureVerifier } from '@vaxcert/core/cose'
import { readSignerKey } from '@vaxcert/core/trust/x509'
import type { CheckResult, Suite, SuiteFile } from '../check-result.ts'
import { readHex } from '../encoded-bytes.ts'
import { judge, outcomeOf } from '../judge.ts'
import { isP256, isPs256Key } from './key-facts.ts'
import { pssSaltLength } from './pss-salt.ts'
import {
  isWycheproofFile,
  readWycheproofFile,
  type UnreadGroup,
  type WycheproofGroup,
  type WycheproofTest,
} from './wycheproof-file.ts'

/**
 * Google's Wycheproof: signatures as they would stand in a COSE message. What is not ES256 or PS256 to the letter, other
 * curves, hashes, encodings and salts, must be refused in every case, the valid ones too.
 */
export const wycheproofSuite: Suite = { recognises: isWycheproofFile, run: runWycheproofFile }

/** Groups that we have no word on count as skipped under this name. */
const OTHER_GROUP = 'GROUP'

async function runWycheproofFile({ json }: SuiteFile): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  for (const group of readWycheproofFile(json)) {
    if ('problem' in group) results.push(notRun(group))
    else results.push(...(await runGroup(group)))
  }
  return results
}

/** What we ought to run and cannot has failed: nobody shall take it for passed. */
function notRun({ form, problem }: UnreadGroup): CheckResult {
  if (form === undefined) return { check: OTHER_GROUP, result: 'skipped', reason: problem }
  return { check: form, result: 'failed', expected: 'run', actual: 'not run', reason: problem }
}

async function runGroup(group: WycheproofGroup): Promise<readonly CheckResult[]> {
  const accepts = acceptor(group.key.spki)
  const ours = isOurs(group)
  const results: CheckResult[] = []
  for (const [index, test] of group.tests.entries()) {
    const unread: UnreadGroup = { form: group.form, problem: `test ${index + 1} of its group cannot be read` }
    results.push(test === undefined ? notRun(unread) : await runTest(group, test, ours, accepts))
  }
  return results
}

async function runTest(
  group: WycheproofGroup,
  test: WycheproofTest,
  ours: boolean,
  accepts: Accepts,
): Promise<CheckResult> {
  const { form } = group
  const outcome = await outcomeOf(ours && test.result === 'valid', () => accepts(test))
  if (outcome === undefined) return { check: form, result: 'skipped', reason: 'step not made' }
  const either = ours && test.result === 'acceptable'
  const known = outcome.actual && !outcome.expected ? differenceOf(group, test) : undefined
  const result = judge(form, either ? { ...outcome, expected: outcome.actual } : outcome, known)
  return { ...result, reason: [`tcId ${test.tcId}`, ...(known ? [known] : [])].join(': ') }
}

/** A group of another salt length holds cases with a changed one: a salt of 32 bytes makes such a case PS256 to the letter. */
function differenceOf(group: WycheproofGroup, { sig }: WycheproofTest): string | undefined {
  if (group.sLen === PS256_SALT_BYTES || !isOurs({ ...group, sLen: PS256_SALT_BYTES })) return undefined
  const { spki } = readSignerKey(group.key.spki)
  if (pssSaltLength(spki, readHex(sig)) !== PS256_SALT_BYTES) return undefined
  return `made with a salt of ${PS256_SALT_BYTES} bytes, so it is PS256 whatever its group says`
}

type Accepts = (test: WycheproofTest) => Promise<boolean>

/** A key as a document signer's is read, and the lengths that a COSE message is held to before its key is looked up. */
function acceptor(spki: Uint8Array): Accepts {
  const prepared = prepare(spki)
  return async ({ msg, sig }) => {
    if (prepared instanceof Fault) throw prepared
    const [message, signature] = [readHex(msg), readHex(sig)]
    const { min, max } = prepared.signatureBytes
    return signature.length >= min && signature.length <= max && (await prepared.verify(message, signature))
  }
}

interface Prepared {
  readonly verify: SignatureVerifier
  readonly signatureBytes: { readonly min: number; readonly max: number }
}

function prepare(spki: Uint8Array): Prepared | Fault {
  try {
    const key = readSignerKey(spki)
    return { verify: signatureVerifier(key), signatureBytes: algorithmByName(key.algorithm).signatureBytes }
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** Whether the group asks for exactly ES256 (hcert §3.3.2, RFC 9053 §2.1) or PS256 (RFC 8230 §2) with a key we take. */
function isOurs({ form, sha, mgf, mgfSha, sLen, key }: WycheproofGroup): boolean {
  if (sha !== 'SHA-256' || form === 'DER') return false
  if (form === 'P1363') return isP256(key.details)
  return mgf === 'MGF1' && mgfSha === 'SHA-256' && sLen === PS256_SALT_BYTES && isPs256Key(key.details)
}
