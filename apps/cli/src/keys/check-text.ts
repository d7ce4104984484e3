import type { ChainCheck } from '@vaxcert/core/trust/chain'
import { chainWords } from './chain-words.ts'
import type { OnboardingCheck, OnboardingName } from './onboarding.ts'

/** What came of `vaxcert keys check`. */
export interface KeyReport {
  /** Whether no check failed. */
  readonly ready: boolean
  readonly chain: readonly ChainCheck[]
  /** Absent where a certificate cannot be read. */
  readonly onboarding: readonly OnboardingCheck[] | undefined
}

/** What the WHO network asks, said where it is not met. */
const onboardingWords: Readonly<Record<OnboardingName, string>> = {
  country: 'both must name the same country, once, by its two letters',
  'csca-key': 'the key of the CSCA should be on P-256, or RSA of 3000 bits and more',
  'dsc-key': 'the key of the document signer should be on P-256; RSA of 2048 to 3072 bits makes larger QR codes',
  'csca-lifetime': 'the CSCA is valid for more than 4 years',
  'dsc-lifetime': 'the document signer is valid for more than 2 years',
  'csca-key-use': 'the CSCA does not say that its private key is used for a year at most',
  'dsc-key-use': 'the document signer does not say that its private key is used for 6 months at most',
  'dsc-outlives-documents': 'a certificate of one year, signed on the last day, would outlive the document signer',
  'dsc-within-csca': 'the document signer begins before its CSCA, or ends after it',
  'dsc-purposes': 'the document signer does not say by the current identifiers what it signs',
  'key-ids': 'a key identifier is missing',
  names: 'the subject says SAMPLE: keys that were made in files are for trying out',
}

/** A line for each check that did not pass, and a last one with the answer. */
export function checkText({ ready, chain, onboarding }: KeyReport): string {
  const lines = [...chain.flatMap(chainLine), ...(onboarding ?? []).flatMap(onboardingLine)]
  const passed = [...chain, ...(onboarding ?? [])].filter(({ outcome }) => outcome === 'passed').length
  const answer = ready ? 'ready for onboarding' : 'not ready for onboarding'
  return [...lines, `${answer}: ${passed} checks passed`].map((line) => `${line}\n`).join('')
}

function chainLine({ name, outcome, code }: ChainCheck): readonly string[] {
  return code === undefined ? [] : [`${outcome}  ${name}: ${chainWords[code]}`]
}

function onboardingLine({ name, outcome }: OnboardingCheck): readonly string[] {
  return outcome === 'passed' ? [] : [`${outcome}  ${name}: ${onboardingWords[name]}`]
}
