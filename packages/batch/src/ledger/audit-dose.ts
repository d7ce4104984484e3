import { isDeepStrictEqual } from 'node:util'
import { Fault } from '@vaxcert/core/fault'
import { finishSigned } from '@vaxcert/core/issue'
import type { DocumentSigner, TrustList } from '@vaxcert/core/trust'
import { type VerifiedDcc, verify } from '@vaxcert/core/verify'
import { hex } from './bytes.ts'
import type { Intended } from './chunk.ts'

/** What an audit finds wrong. */
export type AuditCode =
  /** A chunk without all of its doses, or chunks that share some, or a dose in none. */
  | 'audit.doses'
  /** A dose whose name is not that of its key, or whose facts are not those of its digest. */
  | 'audit.dose'
  /** A dose with no outcome though its chunk is done, with two, or with one though it is not; a chunk that is not as far as it says. */
  | 'audit.outcome'
  /** Counts that a chunk says and its rows do not; a key that signed more on a day than was counted. */
  | 'audit.counts'
  /** A certificate that our own verifier does not accept. */
  | 'audit.certificate'
  /** A certificate that says something else than was planned and fixed for its dose. */
  | 'audit.content'
  /** Rows of the ledger that belong to no dose. */
  | 'audit.stray'

/** A dose with all that the ledger has of it. */
export interface AuditRow {
  readonly dose_no: string | number
  readonly facts: string | null
  /** Its name and facts are those of its key and its digest. */
  readonly is_itself: boolean
  readonly uvci: string | null
  readonly to_be_signed: Uint8Array | null
  readonly signature: Uint8Array | null
  readonly refusal: string | null
}

type CertificateRow = AuditRow & { readonly to_be_signed: Uint8Array; readonly signature: Uint8Array }

/** Whether the row has what it takes to be a certificate. */
export function isCertificate(row: AuditRow): row is CertificateRow {
  return row.signature !== null && row.to_be_signed !== null
}

/** What is wrong with a certificate, at the moment when it was issued; undefined when nothing is. */
export async function auditCertificate(
  row: CertificateRow,
  intended: Intended,
  trust: TrustList,
): Promise<AuditCode | undefined> {
  const signer = trust.candidates(intended.kid)[0]
  const text = signer && textOf(row, signer)
  if (text === undefined) return 'audit.certificate'
  const verdict = await verify(text, { trust, at: new Date(intended.iat * 1000), profile: 'strict' })
  if (verdict.kind !== 'accepted') return 'audit.certificate'
  return isAsPlanned(row, verdict.dcc, intended) ? undefined : 'audit.content'
}

function textOf({ to_be_signed, signature }: CertificateRow, { algorithm }: DocumentSigner): string | undefined {
  try {
    return finishSigned(to_be_signed, signature, algorithm).text
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

function isAsPlanned(
  { facts, uvci }: AuditRow,
  { claims, message }: VerifiedDcc,
  { kid, iat, exp }: Intended,
): boolean {
  if (claims.iat !== iat || claims.exp !== exp || hex(message.kid ?? new Uint8Array()) !== hex(kid)) return false
  const ours = claims.dcc.v?.[0]?.ci
  if (uvci === null || ours !== uvci) return false
  return facts === null || saysSame({ ...claims.dcc, v: claims.dcc.v?.map((v) => ({ ...v, ci: '' })) }, facts)
}

/** Whatever the order of members. What `JSON.parse` throws quotes its input, so it goes no further. */
function saysSame(dcc: unknown, facts: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(dcc)), JSON.parse(facts))
  } catch {
    return false
  }
}
