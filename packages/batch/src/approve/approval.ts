import { Fault, unlessFault } from '@vaxcert/core/fault'
import { isSealed, type Seal } from '@vaxcert/records/confirm'
import { canonicalJson } from '../plan/canonical-json.ts'
import type { ApproveCode } from './approve-codes.ts'
import { type Approver, approverOf } from './approvers.ts'

/** What a person says of a batch. */
export interface ApprovalStatement {
  readonly format: 'vaxcert-approval'
  readonly version: 1
  readonly batch: number
  /** SHA-256 of its manifest, in hex. */
  readonly manifest: string
  readonly by: string
  /** "2022-06-01T08:00:00Z" */
  readonly at: string
}

/** As it is stored: the statement, and its seal. */
export interface StoredApproval {
  readonly statement: string
  readonly seal: Seal
}

export function statementText(statement: ApprovalStatement): string {
  return canonicalJson({ ...statement })
}

/** Whose approval it is: two of one person or of one key count as one. */
export interface CheckedApproval {
  readonly name: string
  readonly spki: string
}

/**
 * Checks one approval against a manifest's digest.
 * @throws Fault `approve.seal`, `approve.register`, `approve.not-valid`
 */
export function checkApproval(
  stored: string,
  { batch, digest }: { readonly batch: number; readonly digest: string },
  approvers: readonly Approver[],
  now: Date,
): CheckedApproval {
  const { statement, seal } = readStored(stored)
  const said = parse(statement) as Partial<ApprovalStatement> | undefined
  const at = new Date(said?.at ?? Number.NaN)
  const { name, spki } = approverOf(Buffer.from(seal.certificate, 'base64'), approvers, { at, now })
  const meant = {
    format: 'vaxcert-approval',
    version: 1,
    batch,
    manifest: digest,
    by: name,
    at: said?.at ?? '',
  } as const
  if (statement !== statementText(meant) || !isSealed(statement, seal))
    throw new Fault<ApproveCode>('approve.seal', 'not a seal over this batch')
  return { name, spki }
}

function readStored(text: string): StoredApproval {
  const { statement, seal } = (parse(text) ?? {}) as Partial<StoredApproval>
  const { algorithm, signature, certificate } = (seal ?? {}) as Partial<Seal>
  const isRight = [statement, signature, certificate].every((part) => typeof part === 'string')
  if (!isRight || (algorithm !== 'ES256' && algorithm !== 'PS256' && algorithm !== 'RS256'))
    throw new Fault<ApproveCode>('approve.seal', 'not a seal')
  return { statement, seal: { algorithm, signature, certificate } } as StoredApproval
}

function parse(json: string): unknown {
  return unlessFault(() => {
    try {
      return JSON.parse(json)
    } catch {
      throw new Fault<ApproveCode>('approve.seal', 'not a seal')
    }
  })
}
