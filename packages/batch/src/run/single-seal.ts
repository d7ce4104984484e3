import type { NoteSigner } from '../log/index.ts'
import { readVerifierKey } from '../log/index.ts'

/** A dose under a standing approval: its place in the ledger, and the SHA-256 of its facts. */
export interface SingleContent {
  readonly batch: number
  readonly doseNo: number
  readonly content: Uint8Array
}

/**
 * Seals a dose that came through the gates by itself: nobody approved it but under a standing approval, and without a seal
 * whoever can write to the ledger could add some. By the key of the log, which the service and every worker hold.
 */
export function sealSingle(dose: SingleContent, signer: NoteSigner): Uint8Array {
  return signer.sign(sealedText(dose))
}

/** Whether it is the seal of this dose, by the key of this log. */
export function isSingleSealed(
  dose: SingleContent,
  seal: Uint8Array,
  { verifierKey }: Pick<NoteSigner, 'verifierKey'>,
): boolean {
  return readVerifierKey(verifierKey).verify(sealedText(dose), seal)
}

/** Never a checkpoint: there the first line is the name of a key, which has no space. */
function sealedText({ batch, doseNo, content }: SingleContent): Uint8Array {
  return Buffer.from(`vaxcert single dose\n${batch}\n${doseNo}\n${Buffer.from(content).toString('hex')}\n`)
}
