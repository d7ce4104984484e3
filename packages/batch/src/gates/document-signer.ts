import { Fault } from '@vaxcert/core/fault'
import type { DocumentSigner } from '@vaxcert/core/trust'
import type { PlanCode } from '../plan/plan-codes.ts'

const DAY = 86_400

/**
 * The document signer holds at that moment and `leastDays` more, and may sign vaccinations. No certificate outlives it:
 * of one that ends soon, all would end soon.
 * @throws Fault `gate.document-signer`, `gate.usage`
 */
export function requireDocumentSigner(
  { notBefore, notAfter, usages }: DocumentSigner,
  at: Date,
  leastDays: number,
): void {
  const now = Math.floor(at.getTime() / 1000)
  if (now < notBefore || now + leastDays * DAY > notAfter)
    throw new Fault<PlanCode>('gate.document-signer', 'it does not hold now, or not for long enough')
  if (!usages.includes('vaccination')) throw new Fault<PlanCode>('gate.usage', 'it may not sign vaccinations')
}
