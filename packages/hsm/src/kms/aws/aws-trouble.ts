import { isBrokenConnection, memberOf, type Trouble, troubleOfStatus } from '../trouble.ts'

/** Errors that AWS KMS and its signing of requests name, where the HTTP status alone says less. */
const names: ReadonlyMap<unknown, Trouble> = new Map<unknown, Trouble>([
  ['ThrottlingException', 'throttled'],
  ['TooManyRequestsException', 'throttled'],
  ['RequestLimitExceeded', 'throttled'],
  ['LimitExceededException', 'throttled'],
  ['KeyUnavailableException', 'failing'],
  ['DependencyTimeoutException', 'failing'],
  ['KMSInternalException', 'failing'],
  ['TimeoutError', 'late'],
  ['AccessDeniedException', 'denied'],
  ['UnrecognizedClientException', 'denied'],
  ['InvalidSignatureException', 'denied'],
  ['IncompleteSignature', 'denied'],
  ['IncompleteSignatureException', 'denied'],
  ['MissingAuthenticationTokenException', 'denied'],
  ['ExpiredTokenException', 'denied'],
  ['CredentialsProviderError', 'denied'],
  ['DisabledException', 'disabled'],
  ['KMSInvalidStateException', 'disabled'],
  ['NotFoundException', 'missing'],
])

/**
 * What an error of `@aws-sdk/client-kms` means. After an error about the time in a request the library has set its
 * clock right, and the same may go through.
 */
export function awsTrouble(error: unknown): Trouble {
  const metadata = memberOf(error, '$metadata')
  if (memberOf(metadata, 'clockSkewCorrected') === true) return 'failing'
  const named = names.get(memberOf(error, 'name'))
  if (named !== undefined) return named
  const status = memberOf(metadata, 'httpStatusCode')
  if (typeof status === 'number' && status >= 300) return troubleOfStatus(status)
  return isBrokenConnection(error) ? 'unreachable' : 'misused'
}
