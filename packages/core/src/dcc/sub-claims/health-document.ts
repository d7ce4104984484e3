/** One field of a document, ready to be shown: names and texts only, nothing is judged. */
export interface DocumentField {
  /** Where it stands, "v.0.vp"; "" for a document that is one value; 256 UTF-16 units at most. */
  readonly path: string
  /** What the registry calls it, "Product"; absent for fields that the registry does not know. */
  readonly label?: string
  /** Untrusted text, 512 UTF-16 units at most. */
  readonly value: string
}

/**
 * What the HCERT claim holds beside the EU's DCC (smart-trust hcert specification 1.1.1): another health document.
 * It is read leniently to be shown field by field; we hold no rules for its content.
 */
export interface HealthDocument {
  /** The label within claim −260: 3 DDCC:VS, 4 DDCC:TR, 5 health link, −6 ICVP. */
  readonly subClaim: number
  /** From the registry, "ICVP"; "unknown" for a label that it does not have. */
  readonly name: string
  /** In the order in which they stand; 256 at most. */
  readonly fields: readonly DocumentField[]
  /** False where fields were left out or texts cut, because there were too many, too deep or too long ones. */
  readonly complete: boolean
}
