import type { Algorithm } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import { finishSigned } from '@vaxcert/core/issue'
import { type CheckName, type VerifyOptions, verify } from '@vaxcert/core/verify'

/** Checks that ask what the certificate says: what fails there is the dose's own matter, and nobody else's. */
const OF_THE_DOSE: ReadonlySet<CheckName> = new Set<CheckName>(['text', 'claims', 'content', 'event'])

/** A certificate that our own verifier accepts. */
export interface FinishedDcc {
  /** "HC1:…" */
  readonly text: string
  readonly cose: Uint8Array
}

/** What the verifier said: a certificate; why the dose gets none; or why the signer, or the moment, is not right. */
export type Verified =
  | { readonly kind: 'right'; readonly dcc: FinishedDcc }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'wrong'; readonly fault: Fault }

type Unverified = FinishedDcc | Exclude<Verified, { kind: 'right' }>

/** Puts a signature to what it was made for. Nobody has verified it yet. */
export function finishIntent(toBeSigned: Uint8Array, signature: Uint8Array | Fault, algorithm: Algorithm): Unverified {
  if (signature instanceof Fault) return { kind: 'wrong', fault: signature }
  try {
    return finishSigned(toBeSigned, signature, algorithm)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return error.code === 'text.too-large' ? { kind: 'refused', code: error.code } : { kind: 'wrong', fault: error }
  }
}

/** Has the whole text verified, if there is one. */
export async function verifyFinished(dcc: Unverified, options: VerifyOptions): Promise<Verified> {
  if ('kind' in dcc) return dcc
  const verdict = await verify(dcc.text, options)
  if (verdict.kind === 'accepted') return { kind: 'right', dcc }
  const failed = verdict.checks.find(({ outcome }) => outcome === 'failed')
  if (failed !== undefined && OF_THE_DOSE.has(failed.name)) return { kind: 'refused', code: verdict.code }
  return { kind: 'wrong', fault: new Fault(verdict.code, 'our own verifier does not accept it') }
}
