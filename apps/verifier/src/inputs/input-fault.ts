import { Fault } from '@vaxcert/core/fault'

/** Why a file cannot be looked into at all. */
export type InputCode =
  /** Not a picture or PDF that we know. */
  | 'input.type'
  /** A picture of a kind (HEIC, AVIF) that this browser does not draw. */
  | 'input.heic'
  | 'input.size'
  | 'input.broken'
  /** A PDF that needs a password, or whose streams do. */
  | 'input.encrypted'
  /** A PDF drawn in a way that we do not read. */
  | 'input.drawn'

export type InputFault = Fault<InputCode>

export function inputFault(code: InputCode, cause?: unknown): InputFault {
  return new Fault(code, undefined, cause === undefined ? undefined : { cause })
}
