import type { Signer } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'

/** Words of 32 bits kept of each signature: three of r, one of s. */
const WORDS = 4
const R_BYTES = 32

/** About so many of the last signatures are remembered: 16 MiB. */
const REMEMBERED = 2 ** 20

/**
 * The same signer with an alarm. Two ECDSA signatures with one r were made with one nonce, and whoever sees both has the
 * private key; so a second one is refused, and everything after it: the key, or its random numbers, must go. The alarm
 * remembers about the last `remembered` signatures of this process, which catches a nonce that is always the same or comes
 * round soon, not every repetition there can be. The same signature over the same bytes (RFC 6979) gives nothing away
 * and passes. A PS256 signer has no nonce and comes back as it is.
 * @param remembered a power of two; takes 16 bytes each
 * @returns its `sign` throws Fault `signer.refused` from the first repetition on
 */
export function repeatedNonceAlarm<S extends Signer>(signer: S, remembered: number = REMEMBERED): S {
  if (signer.algorithm !== 'ES256') return signer
  const isRepeated = nonceMemory(remembered)
  let alarm = false
  const checked = (signature: Uint8Array): Uint8Array => {
    alarm ||= isRepeated(signature)
    if (alarm) throw repeated()
    return signature
  }
  return {
    ...signer,
    sign(toBeSigned, signal) {
      if (alarm) throw repeated()
      const signature = signer.sign(toBeSigned, signal)
      return signature instanceof Uint8Array ? checked(signature) : signature.then(checked)
    },
  }
}

/**
 * Says whether r was there before with another s. Each r has one place, by its last bits, which are as good as random;
 * a later one with the same bits takes it over.
 */
function nonceMemory(remembered: number): (signature: Uint8Array) => boolean {
  if (!Number.isSafeInteger(Math.log2(remembered))) throw new TypeError('remembered: a power of two')
  const memory = new Uint32Array(remembered * WORDS)
  return (signature) => {
    const view = new DataView(signature.buffer, signature.byteOffset, signature.byteLength)
    const [a, b, c] = [view.getUint32(0), view.getUint32(4), view.getUint32(8)]
    const s = view.getUint32(R_BYTES)
    const at = (view.getUint32(R_BYTES - 4) % remembered) * WORDS
    const sameR = memory[at] === a && memory[at + 1] === b && memory[at + 2] === c
    if (sameR && memory[at + 3] !== s) return true
    memory.set([a, b, c, s], at)
    return false
  }
}

function repeated(): Fault {
  return new Fault('signer.refused', 'a nonce came twice')
}
