import type { Profile } from '../../dcc/types.ts'
import { readSignerKey } from '../signer-key.ts'
import { wholeSeconds } from '../whole-seconds.ts'
import { type Chain, chainRules, type Finding } from './chain-rules.ts'
import {
  type ChainCheck,
  type ChainCheckName,
  type ChainOptions,
  type ChainVerdict,
  chainCheckNames,
  isTolerated,
} from './chain-verdict.ts'
import { readIssuerKey } from './issuer-key.ts'
import { readParty } from './party.ts'

/**
 * Checks that a document signer certificate (DSC) stands under the signing authority of its country (CSCA), both DER: at
 * depth one, no more and no less. Whether that CSCA is one to trust is the caller's word.
 * No bytes make it throw; a date that is none is a TypeError.
 */
export async function checkChain(dsc: Uint8Array, csca: Uint8Array, options: ChainOptions): Promise<ChainVerdict> {
  const { at, issuedAt, profile = 'eu' } = options
  const moments = { at: wholeSeconds(at), issuedAt: issuedAt && wholeSeconds(issuedAt) }
  const parties = { csca: readParty(csca, readIssuerKey), dsc: readParty(dsc, readSignerKey) }
  const checks: ChainCheck[] = []
  for (const name of chainCheckNames) {
    const finding = await findingOf(name, parties, moments)
    checks.push(checkOf(name, finding, profile))
  }
  return { trusted: checks.every(({ outcome }) => outcome !== 'failed'), checks }
}

type Parties = { readonly [Name in 'csca' | 'dsc']: Chain[Name] | undefined }

/** Nothing more is asked of certificates of which one cannot be read. */
async function findingOf(name: ChainCheckName, { csca, dsc }: Parties, moments: Moments): Promise<Finding> {
  if (name === 'csca-form') return csca ? true : 'chain.form'
  if (name === 'dsc-form') return dsc ? true : 'chain.form'
  return csca && dsc && chainRules[name]({ csca, dsc, ...moments })
}

type Moments = Pick<Chain, 'at' | 'issuedAt'>

function checkOf(name: ChainCheckName, finding: Finding, profile: Profile): ChainCheck {
  if (finding === undefined) return { name, outcome: 'skipped' }
  if (finding === true) return { name, outcome: 'passed' }
  return { name, outcome: profile === 'eu' && isTolerated(finding) ? 'tolerated' : 'failed', code: finding }
}
