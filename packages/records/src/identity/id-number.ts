/** What a text in the column of identity numbers is. Digits are always without spaces, dots, hyphens and apostrophes. */
export type IdNumber =
  | { readonly kind: 'none' }
  | PersonalNumber
  /** 9 digits: the old CMND. */
  | { readonly kind: 'cmnd'; readonly digits: string }
  /** Letters and digits as a passport has them, in capitals. */
  | { readonly kind: 'passport'; readonly text: string }
  /** Characters hidden by "*", as the personal QR of Decision 1405 shows it. */
  | { readonly kind: 'masked'; readonly visible: string }
  /**
   * 11, 10 or 8 digits: leading zeros went, perhaps. `padded` is the number with them; of a personal number its
   * structure holds.
   */
  | { readonly kind: 'short'; readonly digits: string; readonly padded: string }
  /** A sheet took it for a quantity. `digits` where none was lost. */
  | { readonly kind: 'float'; readonly digits?: string }
  | { readonly kind: 'placeholder'; readonly like: PlaceholderKind }
  /** None of these. `repaired` is what it would be with digits in place of the letters that look like them. */
  | { readonly kind: 'malformed'; readonly repaired?: string }

/** 12 digits: CCCD, Căn cước, personal number. Birth year and sex as its digits say (Decree 137/2015, art. 13). */
export interface PersonalNumber {
  readonly kind: 'personal'
  readonly digits: string
  /** Three digits: province of birth registration, or country from 100. */
  readonly province: string
  readonly birthYear: number
  readonly sex: 'male' | 'female'
}

export type PlaceholderKind = 'equal' | 'series' | 'phone' | 'date' | 'insurance'
