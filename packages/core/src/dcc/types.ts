import type { HealthDocument } from './sub-claims/health-document.ts'

/** What the schema of a certificate says: eu-dcc-schema 1.3.0–1.3.2. Field names are the schema's. */
export interface Dcc {
  /** Schema version, "1.3.0". */
  readonly ver: string
  readonly nam: PersonName
  /** Date of birth: "1979-04-14", "1979-04", "1979" or "". */
  readonly dob: string
  readonly v?: readonly Vaccination[]
  readonly t?: readonly Test[]
  readonly r?: readonly Recovery[]
}

export interface PersonName {
  /** Family name as written, NFC. */
  readonly fn?: string
  /** Family name in ICAO 9303 letters: A–Z and "<". */
  readonly fnt?: string
  /** Given names as written, NFC. */
  readonly gn?: string
  /** Given names in ICAO 9303 letters. */
  readonly gnt?: string
}

export interface Vaccination {
  /** Disease targeted, SNOMED CT. */
  readonly tg: string
  /** Vaccine or prophylaxis. */
  readonly vp: string
  /** Medicinal product. */
  readonly mp: string
  /** Marketing authorisation holder or manufacturer. */
  readonly ma: string
  /** Dose number. */
  readonly dn: number
  /** Doses in the series. */
  readonly sd: number
  /** Date of vaccination, "2021-06-01". */
  readonly dt: string
  /** Country of vaccination. */
  readonly co: string
  /** Certificate issuer. */
  readonly is: string
  /** Certificate identifier (UVCI), opaque when read. */
  readonly ci: string
}

export interface Test {
  readonly tg: string
  /** Type of test. */
  readonly tt: string
  /** Name of the nucleic acid amplification test. */
  readonly nm?: string
  /** Rapid test identifier. */
  readonly ma?: string
  /** Sample collection, "2021-06-01T10:00:00Z". */
  readonly sc: string
  /** Test result. */
  readonly tr: string
  /** Testing centre. */
  readonly tc?: string
  readonly co: string
  readonly is: string
  readonly ci: string
}

export interface Recovery {
  readonly tg: string
  /** Date of the first positive test. */
  readonly fr: string
  readonly co: string
  readonly is: string
  /** Valid from. */
  readonly df: string
  /** Valid until. */
  readonly du: string
  readonly ci: string
}

/** The three kinds of event a certificate may state; each carries exactly one event. */
export type Usage = 'vaccination' | 'test' | 'recovery'

/** `eu` puts up with what real issuers do (SpecialCaseHandling of the EU's quality assurance); `strict` does not. */
export type Profile = 'eu' | 'strict'

/** Who issued a payload, and its times (hcert §3.3.4–6). Times are whole seconds since 1970. */
export interface CommonClaims {
  readonly iss?: string
  readonly iat?: number
  readonly exp?: number
  /** Not before (RFC 8392 §3.1.5); the hcert profile does not use it, some issuers write it. */
  readonly nbf?: number
}

/** A certificate with its issuer and times. */
export interface Claims extends CommonClaims {
  readonly dcc: Dcc
}

/** The same of a payload without an EU certificate: the other health documents in it, one at least. */
export interface DocumentClaims extends CommonClaims {
  readonly documents: readonly HealthDocument[]
}
