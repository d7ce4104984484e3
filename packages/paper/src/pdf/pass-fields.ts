/** The same in both languages of the page. */
export interface Bilingual {
  readonly vi: string
  readonly en: string
}

/**
 * What one page shows: the eleven fields of Decision 5772/QĐ-BYT, who issued them, and the text that was signed.
 * Each string is at most 320 characters; dates are written as the certificate writes them: "1979-04-14", "1979-04",
 * "1979" or, of a birth nobody knows the year of, "".
 */
export interface PassFields {
  /** "HC1:…", what the QR code holds. */
  readonly text: string
  readonly name: {
    /** Surname first, as written. */
    readonly written: string
    /** In the letters of a passport's machine readable zone, "NGUYEN<<BAO<DUY". */
    readonly icao: string
  }
  readonly birthDate: string
  /** Has no place in the certificate: printed as not signed. */
  readonly nationality?: Bilingual
  readonly disease: Bilingual
  readonly doseNumber: number
  readonly dosesInSeries: number
  readonly doseDate: string
  readonly vaccine: Bilingual
  readonly product: string
  readonly maker: string
  readonly uvci: string
  /** Who issued it, as it stands in the certificate. */
  readonly issuer: string
  /** The state in whose name it was issued, the first line of the page. */
  readonly state: Bilingual
  readonly issuedAt?: Date
  readonly expiresAt?: Date
}

/** A field of a page, for people who ask why there is none. */
export type PassField = keyof PassFields

/**
 * Why there is no page: `pass.unprintable`, the font has no glyph for a character or it steers the reading order;
 * `pass.too-long`, it would not fit at the smallest size; `pass.date`, not a date; `pass.qr`, no QR code holds the text.
 */
export interface PassRefusal {
  readonly ok: false
  readonly code: 'pass.unprintable' | 'pass.too-long' | 'pass.date' | 'pass.qr'
  readonly field: PassField
}
