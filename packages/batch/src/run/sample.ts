import { Fault } from '@vaxcert/core/fault'
import type { Authority } from '@vaxcert/core/issue'
import { limits2022 } from '@vaxcert/records'
import { judgeCertificate } from '@vaxcert/records/process'
import type { SignedIntent } from './sign-slice.ts'

/** One in so many, and the last. */
const ONE_IN = 100

/**
 * Rules over finished certificates (PR-06 to PR-08), on a sample of a chunk: what they are about is the same in all.
 * @throws Fault `gate.certificate`
 */
export function judgeSample(signed: readonly SignedIntent[], { documentSigner: signer }: Authority): void {
  for (const [index, { verified }] of signed.entries()) {
    if (verified.kind !== 'right' || (index % ONE_IN !== 0 && index < signed.length - 1)) continue
    const found = judgeCertificate(verified.dcc.text, { limits: limits2022, signer })
    const blocking = found.find(({ severity }) => severity === 'B')
    if (blocking !== undefined) throw new Fault('gate.certificate', blocking.rule)
  }
}
