/**
 * The labels of what a document is made of, by the names of its fields, nested as they are. A text stands for a whole
 * field: what lies within it, a code and its system, bears the same label.
 */
export interface FieldLabels {
  readonly [name: string]: string | FieldLabels
}

/** One kind of health document that the HCERT claim may hold. */
export interface SubClaim {
  /** Its key within claim −260. WHO assigns 0 and above; negative ones are free for trials. */
  readonly label: number
  readonly name: string
  readonly status: 'in use' | 'proposed'
  /** What defines its content. */
  readonly spec: string
  readonly fields: FieldLabels | string
}
