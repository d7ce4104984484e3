import { alpha2Of } from '../../countries.ts'
import { UNKNOWN_COUNTRY } from '../../signer-country.ts'

/** Members of the network that are no country, with the code in their certificates: the organization for migration. */
const organisations: ReadonlyMap<string, string> = new Map([['IOM', 'IO']])

/** "#DSC" → "DSC". */
export function bareCode(code: string): string {
  return code.slice(1)
}

/**
 * WHO's invented states, XXA, XXH and the like, take the codes that ISO 3166-1 leaves to its users; they sign test
 * certificates on the production list too. Kosovo's XKX is none of them.
 */
export function isTestParticipant(alpha3: string): boolean {
  return alpha3.startsWith('X') && alpha2Of(alpha3) === undefined
}

/**
 * Alpha-2 of a participant: "VNM" → "VN", "XXH" → "XH". Undefined where the code names neither a country nor
 * anybody who issues for one, as WHO itself.
 */
export function participantCountry(alpha3: string): string | undefined {
  const known = alpha2Of(alpha3) ?? organisations.get(alpha3)
  if (known !== undefined || !/^X[A-Z]{2}$/.test(alpha3)) return known
  const country = `X${alpha3[2]}`
  return country === UNKNOWN_COUNTRY || country === 'XK' ? undefined : country
}
