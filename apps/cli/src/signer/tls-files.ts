import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'

const MAX_BYTES = 64 * 1024

/** A certificate or key, PEM. @throws CommanderError with exit code 2 when it cannot be read */
export async function readPem(path: string, io: Io): Promise<string> {
  return Buffer.from(await readWhole(path, io, MAX_BYTES)).toString('latin1')
}

/**
 * Makes something of certificates and keys. What OpenSSL says of them quotes them: that those of the options `named` do not go
 * together is all that is told.
 * @throws CommanderError with exit code 2
 */
export function overTls<S>(named: string, make: () => S): S {
  try {
    return make()
  } catch (error) {
    if (error instanceof TypeError || !(error instanceof Error && 'code' in error)) throw error
    throw usageError(`${named} are not certificates and a key that go together.`)
  }
}
