/** Why one dose is held back: nothing is signed for it before somebody has looked. */
export type HeldCode =
  /** It is there already, in the same file or in an earlier batch, and says the same. */
  | 'dose.duplicate'
  /** Another of its name says something else: which one is right, a person must say. */
  | 'dose.conflict'
  /** Of a batch of corrections: nothing was planned for it that could be corrected. */
  | 'dose.unknown'
  | GateCode

/** Which gate holds a dose back. */
export type GateCode =
  /** It is not as a cleansing leaves it. */
  | 'gate.cleansed'
  /** Its identity is not verified, or was edited since. */
  | 'gate.register'
  /** No confirmation that was checked holds for it. */
  | 'gate.confirmed'
  /** What it says was certified, and revoked. */
  | 'gate.revoked'
  /** Too many doses of its facility on one day. */
  | 'gate.facility-rate'
  /** The key has signed as much as it may in this period. */
  | 'gate.blast-radius'

/** Why a batch is not planned at all. */
export type PlanCode =
  /** The document signer does not hold now, or not for long enough. */
  | 'gate.document-signer'
  /** It may not sign vaccinations. */
  | 'gate.usage'
  /** The standing approval is none, or is used up for the day. */
  | 'gate.standing'
