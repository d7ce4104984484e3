import { isBrokenConnection, memberOf, type Trouble, troubleOfStatus } from '../trouble.ts'

/** The status codes of gRPC (google.rpc.Code); 0 is success. */
const codes: ReadonlyMap<unknown, Trouble> = new Map<unknown, Trouble>([
  [1, 'failing'], // CANCELLED, by the other side
  [2, 'failing'], // UNKNOWN
  [3, 'misused'], // INVALID_ARGUMENT
  [4, 'late'], // DEADLINE_EXCEEDED
  [5, 'missing'], // NOT_FOUND
  [6, 'misused'], // ALREADY_EXISTS
  [7, 'denied'], // PERMISSION_DENIED
  [8, 'throttled'], // RESOURCE_EXHAUSTED
  [9, 'disabled'], // FAILED_PRECONDITION: the state of the key
  [10, 'failing'], // ABORTED
  [11, 'misused'], // OUT_OF_RANGE
  [12, 'misused'], // UNIMPLEMENTED
  [13, 'failing'], // INTERNAL
  [14, 'unreachable'], // UNAVAILABLE
  [15, 'failing'], // DATA_LOSS
  [16, 'denied'], // UNAUTHENTICATED
])

/**
 * What an error of `@google-cloud/kms` means, over gRPC or over REST, where the library leaves no more than HTTP's
 * status: there a disabled key (400) is told no better than a request that is none. */
export function googleTrouble(error: unknown): Trouble {
  const named = codes.get(memberOf(error, 'code'))
  if (named !== undefined) return named
  const status = memberOf(error, 'status') ?? memberOf(memberOf(error, 'response'), 'status')
  if (typeof status === 'number' && status >= 300) return troubleOfStatus(status)
  return isBrokenConnection(error) ? 'unreachable' : 'misused'
}
