import type { CommonClaims } from '@vaxcert/core/dcc'
import { writeTime } from '../times.ts'

/** The times of a payload, in UTC. */
export interface TimesLayer {
  readonly iat?: string
  readonly nbf?: string
  readonly exp?: string
}

/** Those that are stated. */
export function timesLayer({ iat, nbf, exp }: CommonClaims): TimesLayer {
  return {
    ...(iat !== undefined && { iat: writeTime(iat) }),
    ...(nbf !== undefined && { nbf: writeTime(nbf) }),
    ...(exp !== undefined && { exp: writeTime(exp) }),
  }
}
