import type { Signer } from '../cose/signer.ts'
import { Fault } from '../fault.ts'

/**
 * A signature for each of some bytes, or the Fault that the signer had for it, in their order; up to `lanes` of them under
 * way at once. A Fault among the bytes is handed on.
 * Only what is no Fault makes it throw: a mistake of ours, or the reason of the signal.
 */
export async function signEach(
  toBeSigned: readonly (Uint8Array | Fault)[],
  signer: Signer,
  signal?: AbortSignal,
): Promise<readonly (Uint8Array | Fault)[]> {
  const signatures: (Uint8Array | Fault)[] = []
  const waiting = toBeSigned.entries()
  const lane = async () => {
    for (const [index, bytes] of waiting) {
      const signature = bytes instanceof Fault ? bytes : attempt(() => signer.sign(bytes, signal))
      signatures[index] = signature instanceof Promise ? await signature.catch(faultOnly) : signature
    }
  }
  await Promise.all(Array.from({ length: Math.min(signer.lanes, toBeSigned.length) }, lane))
  return signatures
}

export function attempt<T>(action: () => T): T | Fault {
  try {
    return action()
  } catch (error) {
    return faultOnly(error)
  }
}

/** @throws whatever is no Fault: it is not the request that is wrong */
export function faultOnly(error: unknown): Fault {
  if (error instanceof Fault) return error
  throw error
}
