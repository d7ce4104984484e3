import { createHash, randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { Fault } from '@vaxcert/core/fault'
import type { Authority } from '@vaxcert/core/issue'
import { trustList } from '@vaxcert/core/trust'
import type { Database } from '@vaxcert/records/database'
import { broken, type Claim, type Intent } from '../ledger/chunk.ts'
import { inLedger } from '../ledger/transaction.ts'
import { leafHash, logEntry, SALT_BYTES } from '../log/index.ts'
import { checkedNow } from './clock.ts'
import type { Issuing } from './issuing.ts'
import { keepingAlive } from './keep-alive.ts'
import { judgeSample } from './sample.ts'
import { askSlice, type SignedIntent, type Signing, verifySlice } from './sign-slice.ts'
import { tell } from './tell.ts'

/** A certificate that our own verifier accepted, and what the log is told of it. */
export interface SignedDose {
  readonly doseNo: number
  readonly signature: Uint8Array
  readonly salt: Uint8Array
  readonly leaf: Uint8Array
}

export interface SignedChunk {
  readonly certificates: readonly SignedDose[]
  /** Doses of which only the verifier found that they cannot be certified. */
  readonly refusals: readonly { readonly doseNo: number; readonly code: string }[]
}

const STORED = `
  select count(*)::int as intents, encode(sha256(string_agg(to_be_signed, ''::bytea order by dose_no)), 'hex') as digest
  from vaxcert.intent where dose_no between $1 and $2`

/** Signatures asked for together, while those before them are verified: enough to keep code and data at hand. */
const SLICE = 64

/** A chunk of which it is known what was fixed. */
type FixedClaim = Claim & { readonly fixed: readonly Intent[] }

/**
 * Signs the bytes of a chunk, which are those that are stored, and verifies every signature. Nothing is written.
 * Answers a Fault where the chunk cannot be signed as it is, however often one tries.
 * @throws Fault `signer.busy`, `ledger.*`
 */
export async function signChunk(
  database: Database,
  claim: FixedClaim,
  authority: Authority,
  issuing: Issuing,
): Promise<SignedChunk | Fault> {
  try {
    const at = await checkedNow(database, issuing.now)
    checkValid(authority, at)
    await requireStored(database, claim)
    const verifying = { trust: trustList([authority.documentSigner]), at, profile: 'strict' } as const
    const signing = { authority, verifying, ...(issuing.signal && { signal: issuing.signal }) }
    return await keepingAlive(database, () => signAll(claim.fixed, signing, issuing, progress(claim, issuing)))
  } catch (error) {
    if (error instanceof Fault && error.code !== 'signer.busy' && !error.code.startsWith('ledger.')) return error
    throw error
  }
}

/** The document signer may have run out since the bytes were fixed. */
function checkValid({ documentSigner: { notAfter } }: Authority, at: Date): void {
  if (at.getTime() / 1000 > notAfter) throw new Fault('signer.expired', 'not valid at the time of signing')
}

/** Bytes at hand are signed only as long as the ledger holds the same: it is its bytes that a certificate is made of. */
async function requireStored(database: Database, { fixed, firstNo, lastNo }: FixedClaim): Promise<void> {
  const held = createHash('sha256')
  for (const { toBeSigned } of fixed) held.update(toBeSigned)
  const query = database.query<{ intents: number; digest: string | null }>(STORED, [firstNo, lastNo])
  const [stored] = await inLedger(query)
  const isSame = stored?.intents === fixed.length && (fixed.length === 0 || stored.digest === held.digest('hex'))
  if (!isSame) throw broken('other bytes than were fixed')
}

async function signAll(
  intents: readonly Intent[],
  signing: Signing,
  { signal }: Issuing,
  told: (signed: number) => Promise<void>,
): Promise<SignedChunk> {
  const chunk = { certificates: [], refusals: [] }
  let isJudged = false
  let asked = askSlice(intents.slice(0, SLICE), signing)
  for (let from = 0; from < intents.length; from += SLICE) {
    const answers = asked
    await answers
    asked = askSlice(intents.slice(from + SLICE, from + 2 * SLICE), signing)
    const signed = await verifySlice(intents.slice(from, from + SLICE), answers, signing)
    if (!isJudged) isJudged = judgeSample(signed, signing.authority)
    keep(chunk, signed, signing.authority)
    await told(from + signed.length)
    signal?.throwIfAborted()
  }
  return chunk
}

/** Between slices others have their turn, and the listener hears how far it is. */
function progress({ chunk }: Claim, issuing: Issuing): (signed: number) => Promise<void> {
  return async (certificates) => {
    await setImmediate()
    await tell(issuing, { name: 'sign', phase: 'within', chunk, certificates })
  }
}

/** Of each certificate no more than the ledger takes: texts of ten thousand are much to hold. */
function keep(
  { certificates, refusals }: { certificates: SignedDose[]; refusals: { doseNo: number; code: string }[] },
  signed: readonly SignedIntent[],
  { signer: { kid } }: Authority,
): void {
  const salts = randomBytes(signed.length * SALT_BYTES)
  for (const [index, { doseNo, signature, verified }] of signed.entries()) {
    if (verified.kind === 'refused') {
      refusals.push({ doseNo, code: verified.code })
      continue
    }
    const salt = salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES)
    certificates.push({ doseNo, signature, salt, leaf: leafHash(logEntry(kid, salt, verified.dcc.cose)) })
  }
}
