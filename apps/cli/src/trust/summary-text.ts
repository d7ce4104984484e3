import { count } from '../count.ts'
import type { ContentSummary } from './summary.ts'

/** One line for each list, by what its file is called. */
export function listLines(summary: ContentSummary): ReadonlyMap<string, string> {
  const { trust, deny, revocation, rules, valueSets } = summary
  const lines = new Map<string, string>()
  if (trust) lines.set('trust', `${count(trust.signers, 'signer')} of ${countries(trust.countries.length)}`)
  if (deny) lines.set('deny', `${deny.denied} denied`)
  if (revocation) {
    const whole = revocation.wholeSigners > 0 ? ` and all of ${count(revocation.wholeSigners, 'signer')}` : ''
    lines.set('revocation', `${revocation.revoked} revoked${whole}, edition ${revocation.edition}`)
  }
  if (rules) lines.set('rules', `${count(rules.rules, 'rule')} of ${countries(rules.countries.length)}`)
  if (valueSets) lines.set('value-sets', count(valueSets.sets.length, 'set'))
  return lines
}

/** What stands behind the counts: signers and rules by country, value sets. */
export function detailText({ trust, rules, valueSets }: ContentSummary): string {
  const signers = (trust?.countries ?? []).map(({ country, signers: all, inForce, nextExpiry }) => {
    const end = nextExpiry === undefined ? 'none in force' : `${inForce} in force, the first until ${nextExpiry}`
    return `${country}  ${count(all, 'signer')}, ${end}`
  })
  const byCountry = (rules?.countries ?? []).map(({ country, rules: all }) => `${country}  ${count(all, 'rule')}`)
  const sets = (valueSets?.sets ?? []).map(({ id, date, codes }) => `${id} of ${date}, ${count(codes, 'code')}`)
  return block('Signers', signers) + block('Rules', byCountry) + block('Value sets', sets)
}

function block(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function countries(number: number): string {
  return number === 1 ? '1 country' : `${number} countries`
}
