/** Why a facility's word is not taken, or cannot be given. */
export type ConfirmCode =
  | 'confirm.shape'
  | 'confirm.too-large'
  | 'confirm.empty'
  | 'confirm.dose'
  | 'confirm.double'
  | 'confirm.period'
  | 'confirm.certificate'
  | 'confirm.register'
  | 'confirm.facility'
  | 'confirm.withdrawn'
  | 'confirm.usage'
  | 'confirm.key'
  | 'confirm.chain'
  | 'confirm.not-valid'
  | 'confirm.time'
  | 'confirm.signature'
  | 'confirm.digest'
  | 'confirm.repeated'

/** Why one dose is not confirmed, though a confirmation that names it may be right. */
export type UnconfirmedCode =
  | 'confirm.none'
  | 'confirm.changed'
  | 'confirm.foreign'
  | 'confirm.again'
  | 'confirm.open'
  | 'confirm.overdue'
