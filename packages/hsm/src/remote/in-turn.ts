import type { Signer } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'

/** A signature in its turn. @throws Fault of the signer; `signer.busy` when too many wait already */
export type SignInTurn = (toBeSigned: Uint8Array) => Promise<Uint8Array>

/** Hands out the lanes of a signer: as many signatures under way as it has, at most `maxWaiting` that wait. */
export function inTurn(signer: Signer, maxWaiting: number): SignInTurn {
  const waiting: (() => void)[] = []
  let free = signer.lanes
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1
    else if (waiting.length < maxWaiting) await new Promise<void>((resolve) => waiting.push(resolve))
    else throw new Fault('signer.busy', 'too many wait')
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async (toBeSigned) => {
    await enter()
    try {
      return await signer.sign(toBeSigned)
    } finally {
      leave()
    }
  }
}
