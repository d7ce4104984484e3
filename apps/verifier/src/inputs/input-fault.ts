import { Fault } from '@vaxcert/core/fault'

/** Why a file cannot be looked into at all: not a picture we know, too large, or a PDF drawn in a way we do not read. */
export type InputCode = 'input.type' | 'input.size' | 'input.broken' | 'input.encrypted' | 'input.drawn'

export type InputFault = Fault<InputCode>

export function inputFault(code: InputCode, cause?: unknown): InputFault {
  return new Fault(code, undefined, cause === undefined ? undefined : { cause })
}
