import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Signer } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import { type Random, seededRandom } from '../../fuzz/random.ts'
import { strangeSigner } from '../keys.ts'
import type { Tell } from './journal.ts'

type Sign = (toBeSigned: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>

/** What can be wrong with a signer; of a thousand signatures, each about so often. */
const troubles = { busy: 2, refused: 15, garbage: 15, short: 15, strange: 15, swapped: 15, late: 30 } as const
export type Trouble = keyof typeof troubles
export const troubleNames: readonly string[] = Object.keys(troubles)

const OF = 1000

/** A signer in trouble: it answers late, with rubbish, with the signature of another key, or of other bytes; or not at all. */
export function troubledSigner(signer: Signer, seed: number, tell: Tell): Signer {
  const random = seededRandom(seed)
  const acts = actsOf(signer)
  return {
    ...signer,
    lanes: 4,
    sign: async (toBeSigned, signal) => {
      const trouble = drawn(random)
      if (trouble === undefined) return signer.sign(toBeSigned, signal)
      tell({ kind: 'troubled', trouble })
      return acts[trouble](toBeSigned, signal)
    },
  }
}

function drawn(random: Random): Trouble | undefined {
  let left = random.below(OF)
  for (const [name, often] of Object.entries(troubles)) {
    if (left < often) return name as Trouble
    left -= often
  }
  return undefined
}

function actsOf(signer: Signer): Readonly<Record<Trouble, Sign>> {
  const strange = strangeSigner(signer)
  const LENGTH = 64
  return {
    busy: async () => {
      throw new Fault('signer.busy', 'trouble that was asked for')
    },
    refused: async () => {
      throw new Fault('signer.refused', 'trouble that was asked for')
    },
    garbage: async () => randomBytes(LENGTH),
    short: async (toBeSigned) => (await signer.sign(toBeSigned)).subarray(1),
    strange: async (toBeSigned) => strange.sign(toBeSigned),
    swapped: async (toBeSigned) => signer.sign(Uint8Array.from([...toBeSigned.subarray(0, -1), 0])),
    late: async (toBeSigned, signal) => {
      await setTimeout(20)
      return signer.sign(toBeSigned, signal)
    },
  }
}
