import { readPaper } from '../identity/identity-card.ts'
import { readMrz } from '../identity/mrz.ts'
import { recogniseJson } from './recognise-json.ts'

/** What a code is, by its looks alone. `hc1` is for the strict reader to judge, its wrong cases and versions too. */
export type CodeKind =
  | 'hc1'
  /** Begins like a certificate whose colon a hand scanner lost. */
  | 'damaged-hc1'
  | 'smart-health-card'
  /** A SMART Health Link: the data lie with somebody else. */
  | 'health-link'
  /** In the manner of a certificate, for one country alone: `NL2:`. */
  | 'national'
  | 'divoc'
  /** A visible digital seal: JSON (ICAO VDS-NC), or a header that begins DC03 or DC04. */
  | 'vds-nc'
  | 'cccd'
  | 'can-cuoc'
  | 'mic-personal'
  | 'icao-mrz'
  /** The health insurance card. */
  | 'bhyt'
  | 'link'
  | 'wifi'
  | 'contact'
  /** EMVCo, VietQR among them. */
  | 'payment'
  | 'other'

/** Longest text looked at, in UTF-16 units: no code of any kind holds more. */
const MAX_LENGTH = 8192

/** Beginnings that settle it. `HC2:` and `hc1:` are refused by the reader of certificates, which says why. */
const beginnings: readonly (readonly [kind: CodeKind, pattern: RegExp])[] = [
  ['hc1', /^HC\d{1,2}:/i],
  ['damaged-hc1', /^HC1[^:A-Z0-9][0-9A-Z $%*+\-./:;=]{20}/i],
  ['national', /^[A-Z]{2}\d:[0-9A-Z $%*+\-./:]{30,}$/],
  ['health-link', /^(?:https?:\/\/[^#]{1,200}#)?shlink:\/\w/i],
  ['smart-health-card', /^shc:\/(?:\d{1,3}\/\d{1,3}\/)?\d/i],
  ['divoc', /^PK.{20,60}certificate\.json/s],
  // The same archive in base64: its first bytes, and the name at byte 30.
  ['divoc', /^UEsDB[A-Za-z0-9+/_-]{35}Y2VydGlmaWNhdGUuanNv/],
  // ICAO Doc 9303-13: magic and version as bytes; 2D-Doc writes them as letters, with issuer and key behind.
  ['vds-nc', /^(?:\u00DC[^\u0020-\uFFFF]|DC0[2-4][A-Z0-9]{8}[0-9A-F]{8})/],
  ['wifi', /^WIFI:/i],
  ['contact', /^(?:BEGIN:VCARD|MECARD:|BIZCARD:)/i],
  ['payment', /^000201\d{2}/],
  // Number of the card or of the insured; the name as hex of its UTF-8.
  ['bhyt', /^(?:[A-Z]{2}\d{13}|\d{10})\|(?:[0-9A-F]{2}){2,256}\|/i],
  ['link', /^(?:https?:\/\/|www\.)\S/i],
  ['link', /^(?:mailto|tel|sms|smsto|mmsto|geo|facetime|maps|market|intent|magnet|data|javascript|file|blob):\S/i],
]

/** Any other scheme makes a link, but for keys of one-time passwords and wallets: these are secrets. */
const LINK = /^[a-z][a-z0-9+.-]{1,30}:\/{1,2}[^\s/]/i
const SECRET = /^otpauth/i

/**
 * Says what a text is, without following, fetching, opening or keeping anything of it. Never throws, whatever the text.
 */
export function recognise(text: string): CodeKind {
  if (text.length > MAX_LENGTH) return /^HC\d{1,2}:/i.test(text) ? 'hc1' : 'other'
  const code = text.replace(/^\uFEFF/, '').trim()
  const [kind] = beginnings.find(([, pattern]) => pattern.test(code)) ?? []
  if (kind !== undefined) return kind
  if (code.startsWith('{')) return recogniseJson(code)
  if (LINK.test(code)) return SECRET.test(code) ? 'other' : 'link'
  return recognisePaper(text)
}

/** Cards and personal codes; typed or scanned lines, right or wrong, are a machine readable zone. */
function recognisePaper(text: string): CodeKind {
  const paper = text.includes('|') ? readPaper(text) : undefined
  if (paper !== undefined && paper.kind !== 'passport') return paper.kind
  const isLong = text.trim().length >= 28
  return isLong && readMrz(text) !== undefined ? 'icao-mrz' : 'other'
}
