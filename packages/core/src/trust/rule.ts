/** What a rule is for: entering a country, or a venue in it. */
export type Purpose = 'entry' | 'venue'

/** Which certificates a rule is asked of. `General` goes for all. */
export type RuleCertificateType = 'General' | 'Vaccination' | 'Test' | 'Recovery'

/** A business rule of one country (eHN "Business rules", dgc-gateway validation-rule schema), read from its JSON. */
export interface Rule {
  /** "VR-VN-0001". */
  readonly identifier: string
  /** `Acceptance`: asked by the country that is entered. `Invalidation`: the issuing country takes back what it signed. */
  readonly type: 'Acceptance' | 'Invalidation'
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly region?: string
  /** Semantic version, "1.0.0". */
  readonly version: string
  readonly certificateType: RuleCertificateType
  /** Of an acceptance rule; what is taken back is taken back for all of them. */
  readonly purposes: readonly Purpose[]
  /** Whole seconds since 1970, both ends included. */
  readonly validFrom: number
  readonly validTo: number
  /** By language tag, "vi". Never empty. */
  readonly descriptions: ReadonlyMap<string, string>
  readonly affectedFields: readonly string[]
  readonly engine: string
  readonly engineVersion: string
  /** CertLogic as JSON.parse made it; only an engine can tell whether it is any. */
  readonly logic: unknown
}
