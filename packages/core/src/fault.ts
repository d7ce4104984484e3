/**
 * The one error class of the house. `code` is `stage.reason` (`text.zlib`, `signer.busy`, …).
 * The message is made of fixed words only: it never holds a name, a date of birth,
 * an identity number, a QR text or a key.
 */
export class Fault<C extends string = string> extends Error {
  readonly code: C

  constructor(code: C, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? code : `${code}: ${detail}`, options)
    this.name = 'Fault'
    this.code = code
  }
}

/** What `read` gives, or undefined where it throws a Fault. Every other error goes on: it is a mistake of ours. */
export function unlessFault<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
