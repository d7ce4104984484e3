import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { hex } from '../ledger/bytes.ts'
import { broken, type Claim, doseCount, holdChunk } from '../ledger/chunk.ts'
import { inLedger, inTransaction } from '../ledger/transaction.ts'
import { checkContents } from './check-contents.ts'
import { checkedNow } from './clock.ts'
import type { Issuing } from './issuing.ts'
import { checkKeyUse, useKey } from './key-use.ts'
import { type DoseRow, type PreparedDoses, type Preparing, prepareDoses } from './prepare-doses.ts'
import { type Standing, useStanding } from './standing-use.ts'
import { tell } from './tell.ts'
import { requireUntouched } from './untouched.ts'

/** How the bytes to be signed were made: it changes when what we write for the same dose does. */
export const PROFILE = 'eu-dcc 1.3.0'

const DOSES = `
  select dose_no, facts, content from vaxcert.dose
  where dose_no between $1 and $2 and batch_id = $3 order by dose_no`

const INTENDED = `
  update vaxcert.chunk set state = 'intended', kid = decode($2, 'hex'), profile = $3, iat = $4, exp = $5, refused = $6
  where chunk_id = $1`

/**
 * Fixes, durably and before anybody signs, the bytes of every certificate of a chunk. Two that were given the same UVCI
 * are given others.
 * @throws Fault `ledger.*`, `gate.blast-radius`, `gate.standing`, `signer.expired`, `signer.usage`, `signer.country`, `approve.*`
 */
export async function intend(database: Database, claim: Claim, issuing: Issuing): Promise<Claim> {
  const { authority, issuingEntity } = issuing
  const issuedAt = await checkedNow(database, issuing.now)
  const iat = Math.floor(issuedAt.getTime() / 1000)
  const { kid } = authority.signer
  await inLedger(checkKeyUse(database, { kid, iat, certificates: doseCount(claim) }, issuing.blastRadius))
  const doses = await readDoses(database, claim)
  const standing = await checkContents(database, claim, doses, issuing)
  const preparing = { authority, issuedAt, ...(issuingEntity !== undefined && { issuingEntity }) }
  const planned = { doses, preparing, standing }
  return keep(database, claim, issuing, planned).catch((error) => {
    if (!(error instanceof Fault) || error.code !== 'ledger.taken') throw error
    return keep(database, claim, issuing, planned)
  })
}

async function readDoses(database: Database, claim: Claim): Promise<readonly DoseRow[]> {
  const doses = await inLedger(database.query<DoseRow>(DOSES, [claim.firstNo, claim.lastNo, claim.batch]))
  if (doses.length !== doseCount(claim)) throw broken('a chunk without all of its doses')
  return doses
}

interface PlannedDoses {
  readonly doses: readonly DoseRow[]
  readonly preparing: Preparing
  /** What bounds them, where nobody approved each of them. */
  readonly standing: Standing | undefined
}

async function keep(
  database: Database,
  claim: Claim,
  issuing: Issuing,
  { doses, preparing, standing }: PlannedDoses,
): Promise<Claim> {
  const { kid } = preparing.authority.signer
  const iat = Math.floor(preparing.issuedAt.getTime() / 1000)
  const prepared: PreparedDoses = { exp: undefined, fixed: [], refusals: [] }
  const told = (phase: 'within' | 'after'): Promise<void> =>
    tell(issuing, { name: 'intend', phase, chunk: claim.chunk, certificates: prepared.fixed.length })
  await inTransaction(database, async () => {
    await holdChunk(database, claim, 'open')
    await requireUntouched(database, claim, 'open')
    const rows = prepareDoses(doses, preparing, prepared)
    await database.copyIn('vaxcert.intent', ['dose_no', 'uvci', 'to_be_signed'], rows)
    await database.copyIn('vaxcert.refusal', ['dose_no', 'code'], prepared.refusals)
    const { exp = null, refusals } = prepared
    await database.query(INTENDED, [claim.chunk, hex(kid), PROFILE, iat, exp, refusals.length])
    const { length: certificates } = prepared.fixed
    await useKey(database, { kid, iat, certificates }, issuing.blastRadius)
    if (standing !== undefined) await useStanding(database, { batch: claim.batch, iat, certificates }, standing)
    await told('within')
  })
  await told('after')
  const intended = { kid, iat, exp: prepared.exp, refused: prepared.refusals.length }
  return { ...claim, state: 'intended', intended, fixed: prepared.fixed }
}
