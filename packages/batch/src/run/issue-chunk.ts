import { Fault } from '@vaxcert/core/fault'
import type { Authority } from '@vaxcert/core/issue'
import type { Database } from '@vaxcert/records/database'
import { needsSomebody, type WaitingCode } from '../codes.ts'
import { hex } from '../ledger/bytes.ts'
import { broken, type Claim, holdChunk, type Intended } from '../ledger/chunk.ts'
import { inTransaction } from '../ledger/transaction.ts'
import { checkFixed } from './check-fixed.ts'
import { claimChunk, unclaim } from './claim.ts'
import { intend } from './intend.ts'
import type { ChunkOutcome, Issuing } from './issuing.ts'
import { logChunk } from './log-chunk.ts'
import { releaseChunk } from './release-chunk.ts'
import { signChunk } from './sign-chunk.ts'
import { tell } from './tell.ts'

const WAITING: ReadonlySet<string> = new Set<WaitingCode>([
  'signer.busy',
  'signer.kid',
  'gate.blast-radius',
  'gate.standing',
])

/**
 * Takes a chunk from wherever it stands as far as it goes, best to where it is released. Whatever ends it on the way, the
 * next to do this goes on behind the last step that was done.
 * @throws Fault `ledger.*` but `ledger.fenced` and `ledger.broken`; `signer.expired`, `signer.usage`, `signer.country` when
 * nothing may be intended in the name of the authority; whatever the listener throws
 */
export async function issueChunk(database: Database, chunk: number, issuing: Issuing): Promise<ChunkOutcome> {
  await tell(issuing, { name: 'claim', phase: 'before', chunk, certificates: 0 })
  const claim = await claimChunk(database, chunk)
  if (claim === undefined) return { kind: 'passed' }
  try {
    await tell(issuing, { name: 'claim', phase: 'after', chunk, certificates: 0 })
    return await carryOn(database, claim, issuing)
  } catch (error) {
    return outcomeOf(error, issuing.signal)
  } finally {
    await unclaim(database, chunk).catch(() => {})
  }
}

async function carryOn(database: Database, claim: Claim, issuing: Issuing): Promise<ChunkOutcome> {
  let at = claim
  if (at.state === 'open') {
    await tell(issuing, { name: 'intend', phase: 'before', chunk: claim.chunk, certificates: 0 })
    at = await intend(database, at, issuing)
    issuing.signal?.throwIfAborted()
  }
  if (at.state === 'intended') {
    const logged = await signAndLog(database, at, issuing)
    if (logged instanceof Fault) return giveUp(database, at, logged.code)
    at = logged
  }
  return releaseChunk(database, at, issuing)
}

/** Answers a Fault where the chunk cannot be signed as it is. */
async function signAndLog(database: Database, claim: Claim, issuing: Issuing): Promise<Claim | Fault> {
  const intended = intendedOf(claim)
  const authority = authorityOf(intended.kid, issuing)
  const step = { name: 'sign', chunk: claim.chunk } as const
  await tell(issuing, { ...step, phase: 'before', certificates: 0 })
  const fixed = claim.fixed ?? (await checkFixed(database, { ...claim, intended }, authority, issuing))
  if (fixed instanceof Fault) return fixed
  const signed = await signChunk(database, { ...claim, fixed }, authority, issuing)
  if (signed instanceof Fault) return signed
  await tell(issuing, { ...step, phase: 'after', certificates: signed.certificates.length })
  return logChunk(database, { ...claim, intended }, signed, issuing)
}

function intendedOf({ intended }: Claim): Intended {
  if (intended === undefined) throw broken('a chunk that is intended for no key')
  return intended
}

/** @throws Fault `signer.kid` where none of our keys is the one that these bytes were fixed for */
function authorityOf(kid: Uint8Array, { authority, formerAuthorities = [] }: Issuing): Authority {
  const found = [authority, ...formerAuthorities].find(({ signer }) => hex(signer.kid) === hex(kid))
  if (found === undefined) throw new Fault<WaitingCode>('signer.kid', 'intended for another key')
  return found
}

/** Nothing of it is released. */
async function giveUp(database: Database, claim: Claim, code: string): Promise<ChunkOutcome> {
  await inTransaction(database, async () => {
    await holdChunk(database, claim, 'intended')
    await database.query(`update vaxcert.chunk set state = 'stuck', code = $2 where chunk_id = $1`, [claim.chunk, code])
  })
  return { kind: 'stuck', code }
}

function outcomeOf(error: unknown, signal: AbortSignal | undefined): ChunkOutcome {
  if (signal?.aborted && error === signal.reason) return { kind: 'waiting', code: 'stopped' }
  if (!(error instanceof Fault)) throw error
  if (error.code === 'ledger.fenced') return { kind: 'passed' }
  if (WAITING.has(error.code) || needsSomebody(error.code)) return { kind: 'waiting', code: error.code }
  throw error
}
