import { type ChainVerdict, checkChain } from '@vaxcert/core/trust/chain'
import type { Bag, CheckResult } from '../check-result.ts'
import { readBase64 } from '../encoded-bytes.ts'
import { sameContent } from '../same-content.ts'
import { bagOf, compared, dateOf, type OwnFile, requireMembers, textOf, wordOf } from './own-file.ts'
import { profileOf } from './profile.ts'

const GIVEN = ['certificate', 'issuer', 'clock', 'issuedAt', 'profile']

/**
 * Holds a document signer certificate and its CSCA against what the vector expects of them. Checks that pass or do not
 * apply are left out in the vector.
 * @throws Fault `vectors.*`
 */
export async function runChainVector({ given, expect }: OwnFile): Promise<readonly CheckResult[]> {
  requireMembers(given, GIVEN)
  const verdict = await checkChain(bytesOf(given.certificate), bytesOf(given.issuer), {
    at: dateOf(given.clock),
    profile: profileOf(given),
    ...(given.issuedAt !== undefined && { issuedAt: dateOf(given.issuedAt) }),
  })
  const same = sameContent(unmet(verdict), bagOf(expect.checks))
  return [
    compared('verdict', wordOf(expect), verdictWord(verdict)),
    compared('checks', 'as given', same ? 'as given' : 'other'),
  ]
}

function bytesOf(text: unknown): Uint8Array {
  return readBase64(textOf(text))
}

function unmet({ checks }: ChainVerdict): Bag {
  return Object.fromEntries(checks.flatMap(({ name, outcome, code }) => (code ? [[name, outcome]] : [])))
}

/** The code is the one of the first check that failed. */
function verdictWord({ trusted, checks }: ChainVerdict): string {
  const failed = checks.find(({ outcome }) => outcome === 'failed')
  return wordOf({ kind: trusted ? 'trusted' : 'refused', code: failed?.code })
}
