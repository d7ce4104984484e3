import { Fault } from '@vaxcert/core/fault'

/**
 * What to make of an answer. Busy: ask again on the same session. Lost: the session, or what its handles mean, is gone;
 * another one may do. Refused: it will not help to ask again.
 */
export type AnswerKind = 'busy' | 'lost' | 'refused'

export const CKR = {
  attributeTypeInvalid: 0x12,
  tokenNotPresent: 0xe0,
  tokenNotRecognized: 0xe1,
  userAlreadyLoggedIn: 0x100,
  cryptokiAlreadyInitialized: 0x191,
} as const

/** Return values of PKCS#11 v2.40 §5.1 that our calls may meet, without CKR_ in front. */
const answers: ReadonlyMap<number, readonly [name: string, kind: AnswerKind]> = new Map([
  [0x02, ['HOST_MEMORY', 'busy']],
  [0x03, ['SLOT_ID_INVALID', 'lost']],
  [0x05, ['GENERAL_ERROR', 'lost']],
  [0x06, ['FUNCTION_FAILED', 'lost']],
  [0x07, ['ARGUMENTS_BAD', 'refused']],
  [0x0a, ['CANT_LOCK', 'refused']],
  [0x11, ['ATTRIBUTE_SENSITIVE', 'refused']],
  [0x12, ['ATTRIBUTE_TYPE_INVALID', 'refused']],
  [0x13, ['ATTRIBUTE_VALUE_INVALID', 'refused']],
  [0x20, ['DATA_INVALID', 'refused']],
  [0x21, ['DATA_LEN_RANGE', 'refused']],
  [0x30, ['DEVICE_ERROR', 'lost']],
  [0x31, ['DEVICE_MEMORY', 'busy']],
  [0x32, ['DEVICE_REMOVED', 'lost']],
  [0x50, ['FUNCTION_CANCELED', 'busy']],
  [0x54, ['FUNCTION_NOT_SUPPORTED', 'refused']],
  // After a reset of the device a handle may be none, or that of another key: found again, it will show.
  [0x60, ['KEY_HANDLE_INVALID', 'lost']],
  [0x62, ['KEY_SIZE_RANGE', 'lost']],
  [0x63, ['KEY_TYPE_INCONSISTENT', 'lost']],
  [0x68, ['KEY_FUNCTION_NOT_PERMITTED', 'lost']],
  [0x70, ['MECHANISM_INVALID', 'refused']],
  [0x71, ['MECHANISM_PARAM_INVALID', 'refused']],
  [0x82, ['OBJECT_HANDLE_INVALID', 'lost']],
  [0x90, ['OPERATION_ACTIVE', 'lost']],
  [0x91, ['OPERATION_NOT_INITIALIZED', 'lost']],
  [0xa0, ['PIN_INCORRECT', 'refused']],
  [0xa1, ['PIN_INVALID', 'refused']],
  [0xa2, ['PIN_LEN_RANGE', 'refused']],
  [0xa3, ['PIN_EXPIRED', 'refused']],
  [0xa4, ['PIN_LOCKED', 'refused']],
  [0xb0, ['SESSION_CLOSED', 'lost']],
  [0xb1, ['SESSION_COUNT', 'busy']],
  [0xb3, ['SESSION_HANDLE_INVALID', 'lost']],
  [0xb4, ['SESSION_PARALLEL_NOT_SUPPORTED', 'refused']],
  [0xd0, ['TEMPLATE_INCOMPLETE', 'refused']],
  [0xd1, ['TEMPLATE_INCONSISTENT', 'refused']],
  [0xe0, ['TOKEN_NOT_PRESENT', 'lost']],
  [0xe1, ['TOKEN_NOT_RECOGNIZED', 'lost']],
  [0x101, ['USER_NOT_LOGGED_IN', 'lost']],
  [0x102, ['USER_PIN_NOT_INITIALIZED', 'refused']],
  [0x103, ['USER_TYPE_INVALID', 'refused']],
  [0x104, ['USER_ANOTHER_ALREADY_LOGGED_IN', 'refused']],
  [0x105, ['USER_TOO_MANY_TYPES', 'busy']],
  [0x121, ['RANDOM_NO_RNG', 'refused']],
  [0x150, ['BUFFER_TOO_SMALL', 'lost']],
  [0x190, ['CRYPTOKI_NOT_INITIALIZED', 'lost']],
  [0x1a0, ['MUTEX_BAD', 'lost']],
  [0x1a1, ['MUTEX_NOT_LOCKED', 'lost']],
  [0x200, ['FUNCTION_REJECTED', 'refused']],
])

/** The CKR_ value that an error carries; undefined for every other error. */
export function answerOf(error: unknown): number | undefined {
  const code = error instanceof Error && !(error instanceof Fault) && 'code' in error ? error.code : undefined
  return typeof code === 'number' && code > 0 ? code : undefined
}

/** An answer that no standard names is lost: a new session is the most that can help, and tries are bounded. */
export function answerKind(answer: number): AnswerKind {
  return answers.get(answer)?.[1] ?? 'lost'
}

/** Whether the standard's table above holds it. */
export function isKnown(answer: number): boolean {
  return answers.has(answer)
}

/** CKR_PIN_INCORRECT and the like: fixed words, safe in any log. */
export function answerName(answer: number): string {
  return `CKR_${answers.get(answer)?.[0] ?? `0x${answer.toString(16)}`}`
}
