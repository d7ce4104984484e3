/** What a text in the column of identity numbers is. */
export type IdNumber =
  | { readonly kind: 'none' }
  /** 12 digits: CCCD, Căn cước, personal number. Birth year and sex as its digits say (Decree 137/2015, art. 13). */
  | {
      readonly kind: 'personal'
      readonly digits: string
      readonly province: string
      readonly birthYear: number
      readonly sex: 'male' | 'female'
    }
  /** 9 digits: the old CMND. */
  | { readonly kind: 'cmnd'; readonly digits: string }
  | { readonly kind: 'passport'; readonly text: string }
  /** First characters hidden by "*", as the personal QR of Decision 1405 shows it. */
  | { readonly kind: 'masked'; readonly visible: string }
  /** 11 digits: a leading zero went, perhaps. `padded` is the number with it, where its structure holds. */
  | { readonly kind: 'short'; readonly digits: string; readonly padded: string }
  | { readonly kind: 'float' }
  | { readonly kind: 'placeholder'; readonly like: 'equal' | 'series' | 'phone' | 'date' | 'insurance' }
  | { readonly kind: 'malformed' }
