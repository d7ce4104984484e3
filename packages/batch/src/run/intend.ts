import { Fault } from '@vaxcert/core/fault'
import type { Authority } from '@vaxcert/core/issue'
import type { Database } from '@vaxcert/records/database'
import { hex } from '../ledger/bytes.ts'
import { broken, type Claim, doseCount, holdChunk, type Intended } from '../ledger/chunk.ts'
import { each } from '../ledger/each.ts'
import { inLedger, inTransaction } from '../ledger/transaction.ts'
import { checkContents } from './check-contents.ts'
import { checkedNow } from './clock.ts'
import type { Issuing } from './issuing.ts'
import { checkKeyUse, useKey } from './key-use.ts'
import { type DoseRow, type PreparedDoses, prepareDoses } from './prepare-doses.ts'
import { tell } from './tell.ts'

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
 * @throws Fault `ledger.*`, `gate.blast-radius`, `signer.expired`, `signer.usage`, `signer.country`, `approve.*`
 */
export async function intend(database: Database, claim: Claim, issuing: Issuing): Promise<Claim> {
  const { authority, issuingEntity } = issuing
  const issuedAt = await checkedNow(database, issuing.now)
  const iat = Math.floor(issuedAt.getTime() / 1000)
  const { kid } = authority.signer
  await inLedger(checkKeyUse(database, { kid, iat, certificates: doseCount(claim) }, issuing.blastRadius))
  const doses = await readDoses(database, claim)
  await checkContents(database, claim, doses, issuing)
  const intentOf = (): Promise<Claim> => {
    const prepared = prepareDoses(doses, { authority, issuedAt, ...(issuingEntity !== undefined && { issuingEntity }) })
    return keep(database, claim, issuing, { prepared, iat })
  }
  return intentOf().catch((error) => {
    if (error instanceof Fault && error.code === 'ledger.taken') return intentOf()
    throw error
  })
}

async function readDoses(database: Database, claim: Claim): Promise<readonly DoseRow[]> {
  const doses = await inLedger(database.query<DoseRow>(DOSES, [claim.firstNo, claim.lastNo, claim.batch]))
  if (doses.length !== doseCount(claim)) throw broken('a chunk without all of its doses')
  return doses
}

async function keep(
  database: Database,
  claim: Claim,
  issuing: Issuing,
  { prepared, iat }: { readonly prepared: PreparedDoses; readonly iat: number },
): Promise<Claim> {
  const { intents, refusals, exp } = prepared
  const intended = intendedBy(issuing.authority, { iat, exp, refused: refusals.length })
  const certificates = intents.length
  const step = { name: 'intend', chunk: claim.chunk, certificates } as const
  await inTransaction(database, async () => {
    await holdChunk(database, claim, 'open')
    await database.copyIn('vaxcert.intent', ['dose_no', 'uvci', 'to_be_signed'], each(intents))
    await database.copyIn('vaxcert.refusal', ['dose_no', 'code'], each(refusals))
    await database.query(INTENDED, [claim.chunk, hex(intended.kid), PROFILE, iat, exp ?? null, refusals.length])
    await useKey(database, { kid: intended.kid, iat, certificates }, issuing.blastRadius)
    await tell(issuing, { ...step, phase: 'within' })
  })
  await tell(issuing, { ...step, phase: 'after' })
  return { ...claim, state: 'intended', intended }
}

function intendedBy({ signer }: Authority, rest: Omit<Intended, 'kid'>): Intended {
  return { kid: signer.kid, ...rest }
}
