import { sameBytes } from '../../cose/same-bytes.ts'
import { unlessFault } from '../../fault.ts'
import { checkChain } from '../chain/check-chain.ts'
import { sameCountry } from '../signer-country.ts'
import { wholeSeconds } from '../whole-seconds.ts'
import { readSigningCertificate, type SigningCertificate } from './certificate.ts'
import { type CmsMessage, isSignedBy, isSignedByPinned, readCms } from './cms.ts'
import { dropped, fromCertificate, gather, isCountry, isDropped, type Outcome } from './entries.ts'
import type { Dropped, ForeignList, ForeignSource } from './foreign-list.ts'
import { flawOf, type GatewayEntry, readGatewayEntry } from './gateway-entry.ts'
import { isWithin, jsonOf, onlyFile, pinnedKeyOf, requireEntries, sourceFault } from './source.ts'

/**
 * Reads the trust list of the EU's gateway (dgc-gateway, `GET /trustList`): JSON whose entries are signed one by one.
 * The pinned trust anchor signs the CSCAs and upload certificates of each country; an upload certificate that is valid
 * now signs the DSCs of its country; and a CSCA of that country must have issued each DSC. A list in which the anchor
 * signed no upload certificate is refused.
 * @throws Fault `source.*`
 */
export async function readDgcg(source: ForeignSource): Promise<ForeignList> {
  const entries = requireEntries(jsonOf(onlyFile(source))).map(readGatewayEntry)
  const [authorities, others] = [entries.filter(isAuthority), entries.filter((entry) => !isAuthority(entry))]
  const countries = new Map<string, Country>()
  const outcomes: Outcome[] = []
  for (const entry of authorities) {
    const flaw = flawOf(entry) ?? (await adopt(entry, countries, source))
    if (flaw !== undefined) outcomes.push(flaw)
  }
  if (![...countries.values()].some(({ uploaders }) => uploaders.size > 0)) {
    throw sourceFault('source.signature', 'the pinned key signed no upload certificate of the list')
  }
  for (const entry of others)
    outcomes.push(flawOf(entry) ?? (await outcomeOf(entry, countries, wholeSeconds(source.at))))
  return { format: 'dgcg', verified: true, ...gather(outcomes), notes: ['undated'] }
}

/** Whom the anchor vouches for in one country, by thumbprint: however often the list repeats one, it is tried once. */
interface Country {
  readonly uploaders: Map<unknown, SigningCertificate>
  /** CSCAs, DER. */
  readonly authorities: Map<unknown, Uint8Array>
}

const NOBODY: Country = { uploaders: new Map(), authorities: new Map() }

function isAuthority({ type }: GatewayEntry): boolean {
  return type === 'CSCA' || type === 'UPLOAD'
}

/** Takes up a CSCA or an upload certificate, or says why not. What the anchor signs names a country only inside. */
async function adopt(
  entry: GatewayEntry,
  countries: Map<string, Country>,
  source: ForeignSource,
): Promise<Dropped | undefined> {
  const { certificate = new Uint8Array(), country, type, thumbprint } = entry
  const [message, fields] = [
    unlessFault(() => messageOf(entry)),
    unlessFault(() => readSigningCertificate(certificate)),
  ]
  if (message === undefined) return dropped(entry, 'shape')
  if (fields === undefined) return dropped(entry, 'certificate')
  if (!isCountry(country) || !isOf(country, fields)) return dropped(entry, 'country')
  if (!(await isSignedByPinned(message, certificate, pinnedKeyOf(source)))) return dropped(entry, 'entry-signature')
  const held = countries.get(country) ?? { uploaders: new Map(), authorities: new Map() }
  countries.set(country, held)
  if (type === 'CSCA') held.authorities.set(thumbprint, certificate)
  else held.uploaders.set(thumbprint, fields)
  return undefined
}

async function outcomeOf(entry: GatewayEntry, countries: ReadonlyMap<unknown, Country>, now: number): Promise<Outcome> {
  const outcome = fromCertificate(entry, entry.certificate)
  if (isDropped(outcome)) return outcome
  const { certificate = new Uint8Array(), signer } = outcome
  const message = unlessFault(() => messageOf(entry))
  if (message === undefined) return dropped(entry, 'shape')
  const { uploaders, authorities } = countries.get(entry.country) ?? NOBODY
  const valid = [...uploaders.values()].filter((uploader) => isWithin(now, uploader))
  if (valid.length === 0) return dropped(entry, 'no-uploader')
  const isUploaded = await anyOf(valid, (uploader) => isSignedBy(message, certificate, uploader))
  if (!isUploaded) return dropped(entry, 'entry-signature')
  // A DSC that has expired is kept, as it was when it was valid: what a verifier makes of it is its own affair.
  const at = new Date(Math.min(Math.max(now, signer.notBefore), signer.notAfter) * 1000)
  const isIssued = await anyOf(
    [...authorities.values()],
    async (csca) => (await checkChain(certificate, csca, { at })).trusted,
  )
  return isIssued ? outcome : dropped(entry, 'chain')
}

/** The entry's CMS message. It may carry the certificate once more, but not another one. */
function messageOf({ signature = new Uint8Array(), certificate = new Uint8Array() }: GatewayEntry): CmsMessage {
  const message = readCms(signature)
  if (message.content === undefined || sameBytes(message.content, certificate)) return message
  throw sourceFault('source.shape', 'CMS message carries another content')
}

function isOf(country: string, { countries: [named, ...more] }: SigningCertificate): boolean {
  return named !== undefined && more.length === 0 && sameCountry(country, named.toUpperCase())
}

async function anyOf<T>(values: readonly T[], test: (value: T) => Promise<boolean>): Promise<boolean> {
  for (const value of values) if (await test(value)) return true
  return false
}
