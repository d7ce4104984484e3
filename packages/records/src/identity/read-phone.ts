/** What a text in a column of phone numbers is. */
export type Phone =
  | { readonly kind: 'none' }
  /** 10 digits as they are dialled in the country today. */
  | { readonly kind: 'mobile'; readonly digits: string }
  | { readonly kind: 'landline'; readonly digits: string }
  /** The trunk 0 is missing; with it, it would be this mobile number. */
  | { readonly kind: 'no-trunk'; readonly digits: string }
  /** Of another country, with its "+". */
  | { readonly kind: 'foreign' }
  /** Several numbers; the first that is a mobile one. */
  | { readonly kind: 'several'; readonly digits: string }
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'malformed' }

const none: Phone = { kind: 'none' }
const malformed: Phone = { kind: 'malformed' }
const placeholder: Phone = { kind: 'placeholder' }

/** Prefixes of 11-digit mobile numbers and what they became, 15 September 2018 to 30 June 2019; the last 7 digits stay. */
const migrated: Readonly<Record<string, string>> = {
  // Viettel
  ...{ '0162': '032', '0163': '033', '0164': '034', '0165': '035' },
  ...{ '0166': '036', '0167': '037', '0168': '038', '0169': '039' },
  // MobiFone
  ...{ '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078' },
  // VinaPhone
  ...{ '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082' },
  // Vietnamobile, Gmobile
  ...{ '0186': '056', '0188': '058', '0199': '059' },
}

const mobile = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/
const old = /^01\d{9}$/
const landline = /^02\d{8,9}$/
const signs = /[\s\u200b-\u200f\u2060\ufeff.,()'’\u2010-\u2015-]/g
const nothing = /^(?:0|x+|ko|không(?: có)?|khong(?: co)?|chưa có|chua co|null|none|na|n\/a|nan)?$/

/** What a text in a column of phone numbers is. Never throws. */
export function readPhone(text: string): Phone {
  if (text === '') return none
  if (mobile.test(text)) return dialled(text)
  if (text.length > 100) return malformed
  const word = text.trim().normalize('NFC').toLowerCase()
  const bare = word.replace(/\.0$/, '').replace(signs, '')
  if (nothing.test(word) || bare === '') return none
  return readOne(bare) ?? readSeveral(word) ?? malformed
}

/** What a number without signs is; undefined where it is none that we know. */
function readOne(bare: string): Phone | undefined {
  if (/^\+(?!84|0)\d{8,15}$/.test(bare)) return { kind: 'foreign' }
  const national = bare.replace(/^(?:\+|00)84(?=\d{9,11}$)0?|^84(?=\d{9,10}$)0?/, '0')
  if (!/^\d{8,12}$/.test(national)) return undefined
  if (mobile.test(national)) return dialled(national)
  const today = old.test(national) ? migrated[national.slice(0, 4)] : undefined
  if (today !== undefined) return dialled(today + national.slice(4))
  if (landline.test(national)) return endsInOneDigit(national) ? placeholder : { kind: 'landline', digits: national }
  if (endsInOneDigit(national) || '01234567890123'.startsWith(national)) return placeholder
  return national.startsWith('0') ? undefined : withTrunk(national)
}

function dialled(digits: string): Phone {
  return endsInOneDigit(digits) ? placeholder : { kind: 'mobile', digits }
}

/** The last eight digits are one. */
function endsInOneDigit(digits: string): boolean {
  const last = digits.charCodeAt(digits.length - 1)
  for (let at = digits.length - 8; at < digits.length; at += 1) if (digits.charCodeAt(at) !== last) return false
  return true
}

function withTrunk(bare: string): Phone | undefined {
  const phone = bare.length === 9 || bare.length === 10 ? readOne(`0${bare}`) : undefined
  return phone?.kind === 'mobile' ? { kind: 'no-trunk', digits: phone.digits } : undefined
}

function readSeveral(word: string): Phone | undefined {
  const parts = word.split(/[/;,|&+]|\s-\s|-(?=0\d{9})|\shoặc\s|\svà\s/)
  if (parts.length < 2 || parts.length > 5) return undefined
  const phones = parts.map((part) => readOne(part.replace(signs, '')))
  const first = phones.find((phone) => phone?.kind === 'mobile')
  return first?.kind === 'mobile' ? { kind: 'several', digits: first.digits } : undefined
}
