export { countsUnconfirmed } from './abroad-dose.ts'
export {
  type CheckOptions,
  type ConfirmationVerdict,
  checkConfirmation,
  confirmationPrint,
  type DoseStanding,
} from './check-confirmation.ts'
export { type ConfirmOptions, confirmDoses } from './confirm.ts'
export type { ConfirmCode, UnconfirmedCode } from './confirm-codes.ts'
export { type Confirmation, type ConfirmationStatement, MOST_DOSES, readConfirmation } from './confirmation.ts'
export { type ConfirmableDose, canonicalDose, confirmedFields } from './confirmed-fields.ts'
export { type JointStanding, jointJudge, type RightVerdict, standingAmong } from './dose-standing.ts'
export { type IdentityHistory, type IdentityStanding, identityStanding } from './identity-standing.ts'
export { isSealed, type Seal, type SealAlgorithm, type SealSigner, sealText } from './seal.ts'
export { fingerprint, readSigningUnits, type SigningUnit } from './signing-units.ts'
