import { Fault } from '@vaxcert/core/fault'
import type { Authority } from '@vaxcert/core/issue'
import { limits2022 } from '@vaxcert/records'
import { judgeCertificate } from '@vaxcert/records/process'
import type { SignedIntent } from './sign-slice.ts'

/**
 * Rules over finished certificates (PR-06 to PR-08), on the first of those that were signed: what they are about is the same in
 * all of a chunk. False where there is none.
 * @throws Fault `gate.certificate`
 */
export function judgeSample(signed: readonly SignedIntent[], { documentSigner: signer }: Authority): boolean {
  for (const { verified } of signed) {
    if (verified.kind !== 'right') continue
    const found = judgeCertificate(verified.dcc.text, { limits: limits2022, signer })
    const blocking = found.find(({ severity }) => severity === 'B')
    if (blocking !== undefined) throw new Fault('gate.certificate', blocking.rule)
    return true
  }
  return false
}
