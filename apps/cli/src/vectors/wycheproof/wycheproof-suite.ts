import { Fault } from '@vaxcert/core'
import { algorithmByName, PS256_SALT_BYTES, type SignatureVerifier, signatureVerifier } from '@vaxcert/core/cose'
import { readSignerKey } from '@vaxcert/core/trust/x509'
import type { CheckResult, Suite, SuiteFile } from '../check-result.ts'
import { readHex } from '../encoded-bytes.ts'
import { judge, outcomeOf } from '../judge.ts'
import { isP256, isPs256Key } from './key-facts.ts'
import { pssSaltLength } from './pss-salt.ts'
import { isWycheproofFile, readWycheproofFile, type WycheproofGroup, type WycheproofTest } from './wycheproof-file.ts'

/**
 * Google's Wycheproof: signatures as they would stand in a COSE message. What is not ES256 or PS256 to the letter, other
 * curves, hashes, encodings and salts, must be refused in every case, the valid ones too.
 */
export const wycheproofSuite: Suite = { recognises: isWycheproofFile, run: runWycheproofFile }

async function runWycheproofFile({ json }: SuiteFile): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  for (const group of readWycheproofFile(json)) {
    const accepts = acceptor(group.spki)
    const ours = isOurs(group)
    for (const test of group.tests) results.push(await runTest(group, test, ours, accepts))
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
  if (outcome === undefined) return { check: form, result: 'skipped' }
  const either = ours && test.result === 'acceptable'
  const known = outcome.actual && !outcome.expected ? differenceOf(group, test) : undefined
  const result = judge(form, either ? { ...outcome, expected: outcome.actual } : outcome, known)
  return { ...result, reason: [`tcId ${test.tcId}`, ...(known ? [known] : [])].join(': ') }
}

/** A group of another salt length holds cases with a changed one: a salt of 32 bytes makes such a case PS256 to the letter. */
function differenceOf(group: WycheproofGroup, { sig }: WycheproofTest): string | undefined {
  if (group.sLen === PS256_SALT_BYTES || !isOurs({ ...group, sLen: PS256_SALT_BYTES })) return undefined
  const { spki } = readSignerKey(readHex(group.spki))
  if (pssSaltLength(spki, readHex(sig)) !== PS256_SALT_BYTES) return undefined
  return `made with a salt of ${PS256_SALT_BYTES} bytes, so it is PS256 whatever its group says`
}

type Accepts = (test: WycheproofTest) => Promise<boolean>

/** A key as a document signer's is read, and the lengths that a COSE message is held to before its key is looked up. */
function acceptor(spki: string): Accepts {
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

function prepare(spki: string): Prepared | Fault {
  try {
    const key = readSignerKey(readHex(spki))
    return { verify: signatureVerifier(key), signatureBytes: algorithmByName(key.algorithm).signatureBytes }
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** Whether the group asks for exactly ES256 (hcert §3.3.2, RFC 9053 §2.1) or PS256 (RFC 8230 §2) with a key we take. */
function isOurs({ form, sha, mgf, mgfSha, sLen, spki }: WycheproofGroup): boolean {
  if (sha !== 'SHA-256' || form === 'DER') return false
  if (form === 'P1363') return isP256(spki)
  return mgf === 'MGF1' && mgfSha === 'SHA-256' && sLen === PS256_SALT_BYTES && isPs256Key(spki)
}
