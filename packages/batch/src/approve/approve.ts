import { Fault } from '@vaxcert/core/fault'
import { type SealSigner, sealText } from '@vaxcert/records/confirm'
import type { Database } from '@vaxcert/records/database'
import { inTransaction } from '../ledger/transaction.ts'
import { type ApprovalStatement, statementText } from './approval.ts'
import type { ApproveCode } from './approve-codes.ts'
import { type Approver, approverOf } from './approvers.ts'
import { APPROVERS, countingApprovals, isAmong, isPlanner } from './require-approved.ts'
import { readBatch, type StoredBatch } from './stored-batch.ts'

/** Who approves what. */
export interface ApproveOptions {
  readonly batch: number
  /** SHA-256 of the manifest that was looked at, in hex. */
  readonly digest: string
  readonly signer: SealSigner
  /** The certificate of the one who approves, DER. */
  readonly certificate: Uint8Array
  readonly approvers: readonly Approver[]
  readonly at: Date
}

/** What it has come to. */
export interface ApproveResult {
  readonly by: string
  /** How many people have approved it. */
  readonly approvals: number
  /** Whether it may be issued now. */
  readonly isApproved: boolean
}

/**
 * Approves a batch, in the name of the one whose certificate it is. The second approval lets it be issued; before it
 * counts, every fact of the batch is held against the manifest.
 * @throws Fault `approve.*`, `ledger.*`; what the signer throws
 */
export function approve(database: Database, options: ApproveOptions): Promise<ApproveResult> {
  const { batch, digest, approvers, certificate, signer } = options
  const at = new Date(Math.floor(options.at.getTime() / 1000) * 1000)
  return inTransaction(database, async () => {
    const stored = await readBatch(database, batch, 'for update')
    if (stored.digest !== digest) throw refused('approve.digest', 'another manifest')
    const person = approverOf(certificate, approvers, { at, now: at })
    if (isPlanner(person, stored.manifest)) throw refused('approve.planner', 'who planned it')
    const before = await countingApprovals(database, stored, approvers, at)
    if (isAmong(person, before)) throw refused('approve.again', 'once by each')
    await requireContents(database, stored)
    const statement = statementText(statementOf(stored, person.name, at))
    const seal = JSON.stringify({ statement, seal: await sealText(statement, signer, certificate) })
    await database.query(STORE, [batch, person.name, seal, at.toISOString()])
    const approvals = (await countingApprovals(database, stored, approvers, at)).length
    if (approvals <= before.length) throw refused('approve.seal', 'not the key of the certificate')
    const isApproved = approvals >= APPROVERS
    if (isApproved) await database.query(`update vaxcert.batch set state = 'approved' where batch_id = $1`, [batch])
    return { by: person.name, approvals, isApproved }
  })
}

/** An approval of the same person that counts no more makes room for this one. */
const STORE = `
  insert into vaxcert.approval (batch_id, approver, seal, approved_at) values ($1, $2, $3, $4)
  on conflict (batch_id, approver) do update set seal = excluded.seal, approved_at = excluded.approved_at`

function statementOf({ batch, digest }: StoredBatch, by: string, at: Date): ApprovalStatement {
  const moment = at.toISOString().replace('.000Z', 'Z')
  return { format: 'vaxcert-approval', version: 1, batch, manifest: digest, by, at: moment }
}

/** Every fact has the digest that its dose says, every chunk that of its doses, all together that of the manifest. */
async function requireContents(database: Database, { batch, manifest }: StoredBatch): Promise<void> {
  if (manifest.kind === 'single') return
  const [row] = await database.query<{ contents: string | null; doses: number }>(CONTENTS, [batch])
  if (row?.contents !== manifest.contents || row.doses !== manifest.planned)
    throw refused('approve.contents', 'not what the manifest says')
}

const CONTENTS = `
  select encode(sha256(string_agg(told.digest, ''::bytea order by first_no)), 'hex') as contents,
    sum(doses)::float8 as doses
  from (
    select first_no, count(*) as doses, case
      when bool_and(dose.batch_id = $1 and content = sha256(convert_to(facts, 'UTF8')))
        and chunk.digest = sha256(string_agg(content, ''::bytea order by dose_no)) then chunk.digest
      else ''::bytea end as digest
    from vaxcert.chunk join vaxcert.dose on dose_no between first_no and last_no
    where chunk.batch_id = $1
    group by chunk_id
  ) as told`

function refused(code: ApproveCode, detail: string): Fault<ApproveCode> {
  return new Fault(code, detail)
}
