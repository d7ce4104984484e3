import type { Algorithm } from '@vaxcert/core/cose'

/** Whom a certificate names. */
export interface Subject {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly organisation: string
  /** Must say SAMPLE where the private key is made here: one that has lain in a file of this tool protects nothing. */
  readonly commonName: string
}

/** What a certificate says, whoever it names. */
export interface CertificatePlan {
  /** Validity, both ends included. */
  readonly notBefore: Date
  readonly notAfter: Date
  /** How long the private key signs, both ends included: shorter than the certificate, which is good for reading. */
  readonly keyUntil?: Date
  /** Where the revocation list of the CSCA is published. */
  readonly revocationLists?: string
}

/** What the certificate of a document signer says. */
export interface DscPlan extends CertificatePlan {
  /** Object identifiers of the extended key usage; with none the extension is left out. */
  readonly keyPurposes: readonly string[]
}

/** A certificate with a key that is to be made. */
export interface CertificateRequest extends CertificatePlan {
  readonly subject: Subject
}

/** A document signer with a key that is to be made. */
export interface DscRequest extends CertificateRequest, DscPlan {
  readonly algorithm: Algorithm
}
