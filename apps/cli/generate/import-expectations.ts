import type { DropReason, ForeignCode, ForeignNote } from '@vaxcert/core/trust/import'
import type { Made } from '../../../packages/core/test/trust/import/makers/certificates.ts'
import { pem } from './bytes/pem.ts'
import type { ImportExpectation } from './vector.ts'

/** All entries are used. */
export function imported(signers: readonly string[], notes: readonly ForeignNote[] = []): ImportExpectation {
  return { kind: 'imported', signers, dropped: [], notes }
}

/** The list is right, its one entry is left out. */
export function leftOut(kid: string, reason: DropReason, notes: readonly ForeignNote[] = []): ImportExpectation {
  return { kind: 'imported', signers: [], dropped: [{ kid, reason }], notes }
}

/** The list is refused as a whole. */
export function refused(code: ForeignCode): { readonly kind: 'refused'; readonly code: ForeignCode } {
  return { kind: 'refused', code }
}

/** The public key of somebody, to be pinned. */
export function pemOfKey({ key }: Made): string {
  return pem('PUBLIC KEY', key.spki)
}

/** The certificate of somebody, to be pinned. */
export function pemOfCertificate({ der }: Made): string {
  return pem('CERTIFICATE', der)
}
