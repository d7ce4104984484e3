import type { DocumentSigner, RevocationIndex, Rule } from '@vaxcert/core/trust'
import { writeTime } from '../times.ts'
import type { ListContents } from './entries.ts'

/** What lists hold, counted; the shape of the JSON line too. Lists that are not there are left out. */
export interface ContentSummary {
  readonly trust?: { readonly signers: number; readonly countries: readonly CountrySigners[] }
  readonly deny?: { readonly denied: number }
  readonly revocation?: RevocationSummary
  readonly rules?: { readonly rules: number; readonly countries: readonly CountryRules[] }
  readonly valueSets?: { readonly sets: readonly ValueSetSummary[] }
}

/** The signers of a country, and the first moment at which one of those that are in force goes out of it. */
export interface CountrySigners {
  readonly country: string
  readonly signers: number
  readonly inForce: number
  readonly nextExpiry?: string
}

/** What a revocation list holds. */
export interface RevocationSummary {
  /** Certificates told one by one. */
  readonly revoked: number
  /** Signers of whom nothing is believed any more. */
  readonly wholeSigners: number
  readonly edition: number
}

/** The rules of a country. */
export interface CountryRules {
  readonly country: string
  readonly rules: number
}

/** One version of a value set. */
export interface ValueSetSummary {
  readonly id: string
  readonly date: string
  readonly codes: number
}

/** Counts what lists hold at a moment. */
export function summaryOf(lists: ListContents, at: Date): ContentSummary {
  const { trust, denied, revocation, rules, valueSets } = lists
  return {
    ...(trust && { trust: { signers: trust.signers.length, countries: signersByCountry(trust.signers, at) } }),
    ...(denied && { deny: { denied: denied.entries.length } }),
    ...(revocation && { revocation: revocationSummary(revocation) }),
    ...(rules && { rules: { rules: rules.length, countries: rulesByCountry(rules) } }),
    ...(valueSets && {
      valueSets: { sets: valueSets.map(({ id, date, codes }) => ({ id, date, codes: codes.length })) },
    }),
  }
}

/** How many certificates a revocation list tells one by one, all types of hash together. */
export function revocationSummary({ signers, edition }: RevocationIndex): RevocationSummary {
  const lists = [...signers.values()].flatMap((signer) => signer.lists)
  const members = lists.flatMap(({ chunks }) => chunks.map((chunk) => chunk?.members ?? 0))
  return {
    revoked: members.reduce((total, count) => total + count, 0),
    wholeSigners: [...signers.values()].filter(({ whole }) => whole).length,
    edition,
  }
}

function signersByCountry(signers: readonly DocumentSigner[], at: Date): readonly CountrySigners[] {
  const now = at.getTime() / 1000
  return countriesOf(signers).map((country) => {
    const own = signers.filter((signer) => signer.country === country)
    const inForce = own.filter(({ notBefore, notAfter }) => notBefore <= now && now <= notAfter)
    const next = Math.min(...inForce.map(({ notAfter }) => notAfter))
    return {
      country,
      signers: own.length,
      inForce: inForce.length,
      ...(inForce.length > 0 && { nextExpiry: writeTime(next) }),
    }
  })
}

function rulesByCountry(rules: readonly Rule[]): readonly CountryRules[] {
  return countriesOf(rules).map((country) => {
    return { country, rules: rules.filter((rule) => rule.country === country).length }
  })
}

function countriesOf(items: readonly { readonly country: string }[]): readonly string[] {
  return [...new Set(items.map(({ country }) => country))].toSorted()
}
