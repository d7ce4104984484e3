import { Fault } from '../fault.ts'

/** Country of a signer whose certificate names none: a code that ISO 3166-1 leaves to its users. */
export const UNKNOWN_COUNTRY = 'XX'

/**
 * ISO 3166-1 alpha-2 of a DSC, upper case: its subject's countryName, else its issuer's, else
 * `UNKNOWN_COUNTRY`. Values that are not two letters count as absent.
 * @throws Fault `signer.chain` when one name holds two different countries
 */
export function signerCountry(subject: readonly string[], issuer: readonly string[]): string {
  return onlyCountry(subject) ?? onlyCountry(issuer) ?? UNKNOWN_COUNTRY
}

/** Other letters in use for one country: EU style for Greece and the United Kingdom. */
const aliases: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

/** Whether two alpha-2 codes, upper case, stand for one country. */
export function sameCountry(left: string, right: string): boolean {
  return (aliases[left] ?? left) === (aliases[right] ?? right)
}

function onlyCountry(values: readonly string[]): string | undefined {
  const codes = values.filter((value) => /^[A-Za-z]{2}$/.test(value)).map((value) => value.toUpperCase())
  if (new Set(codes).size > 1) throw new Fault('signer.chain', 'certificate names two countries')
  return codes[0]
}
