import { isBrokenConnection, memberOf, type Trouble, troubleOfStatus } from '../trouble.ts'

/** Codes of the library for requests that got no answer, or one that breaks off. */
const codes: ReadonlySet<unknown> = new Set(['REQUEST_SEND_ERROR', 'PARSE_ERROR'])

/** What an error of `@azure/keyvault-keys`, or of the credential that it asked for a token, means. */
export function azureTrouble(error: unknown): Trouble {
  const status = memberOf(error, 'statusCode')
  if (typeof status === 'number' && status >= 300) return isDisabled(error) ? 'disabled' : troubleOfStatus(status)
  return isBrokenConnection(error) || codes.has(memberOf(error, 'code')) ? 'unreachable' : 'misused'
}

/** Key Vault refuses a disabled key, and one out of its time, as forbidden, and says why one level deeper (`innererror`, as the
 * library spells it). */
function isDisabled(error: unknown): boolean {
  const inner = memberOf(memberOf(memberOf(error, 'details'), 'error'), 'innerError')
  return memberOf(inner, 'code') === 'KeyDisabled'
}
