import { createPublicKey, randomBytes } from 'node:crypto'
import { type Authority, type Dcc, finish, makeUvci, prepare } from '@vaxcert/core'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { qrMatrix } from '@vaxcert/paper'

/** What the certificates of a plan come to, from a sample of them. */
export interface PlanCost {
  /** Certificates looked at. */
  readonly sample: number
  /** Characters of the text: the shortest, the median, the longest. */
  readonly characters: readonly number[]
  /** Of the sample, how many have a QR symbol of each version and so many modules a side. */
  readonly symbols: readonly { readonly version: number; readonly modules: number; readonly count: number }[]
  /** Bytes that the ledger grows by, about. */
  readonly ledgerBytes: number
  /** Where a signer or a rate was given. */
  readonly signing?: { readonly perSecond: number; readonly hours: number }
}

/** What a dose takes in the ledger beside its facts, its bytes to be signed and its signature: rows, keys, indexes, tiles. */
const OVERHEAD_BYTES = 620

/** Seconds for which a signer is tried. */
const TRIAL = 2

/** What so many certificates will cost, of which these facts are a sample. */
export async function planCost(
  facts: readonly string[],
  planned: number,
  authority: Authority,
  { at, rate, isSigning }: { readonly at: Date; readonly rate?: number; readonly isSigning: boolean },
): Promise<PlanCost> {
  const made = facts.map((text) => measured(text, authority, at))
  const bytes = made.reduce((sum, one) => sum + one.bytes, 0) / Math.max(made.length, 1)
  const perSecond = rate ?? (isSigning ? await measuredRate(made, authority) : undefined)
  return {
    sample: made.length,
    characters: spread(made.map(({ text }) => text.length)),
    symbols: symbolsOf(made.map(({ text }) => text)),
    ledgerBytes: Math.round(planned * (bytes + OVERHEAD_BYTES)),
    ...(perSecond !== undefined && {
      signing: { perSecond: Math.round(perSecond), hours: planned / perSecond / 3600 },
    }),
  }
}

interface Measured {
  readonly text: string
  readonly toBeSigned: Uint8Array
  readonly bytes: number
}

/** With a signature of chance: as long as any, and no easier to compress. */
function measured(facts: string, authority: Authority, at: Date): Measured {
  const dcc = JSON.parse(facts) as Dcc
  const v = dcc.v?.map((event) => ({ ...event, ci: makeUvci({ country: authority.country }) }))
  const prepared = prepare({ ...dcc, ...(v && { v }) }, authority, { issuedAt: at })
  const signature = randomBytes(signatureLength(authority.documentSigner))
  const { text } = finish(prepared, signature, authority)
  const { toBeSigned } = prepared
  return { text, toBeSigned, bytes: Buffer.byteLength(facts) + toBeSigned.length + signature.length }
}

function signatureLength({ algorithm, spki }: DocumentSigner): number {
  if (algorithm === 'ES256') return 64
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
}

/** Signatures a second, as many under way as the signer has lanes. Nothing that is signed here is kept. */
async function measuredRate(made: readonly Measured[], { signer }: Authority): Promise<number | undefined> {
  if (made.length === 0) return undefined
  const from = performance.now()
  let signatures = 0
  const lane = async (): Promise<void> => {
    while (performance.now() - from < TRIAL * 1000) {
      await signer.sign(made[signatures % made.length]?.toBeSigned ?? new Uint8Array())
      signatures += 1
    }
  }
  await Promise.all(Array.from({ length: signer.lanes }, lane))
  return signatures / ((performance.now() - from) / 1000)
}

function spread(numbers: readonly number[]): readonly number[] {
  const sorted = numbers.toSorted((a, b) => a - b)
  return [0, sorted.length >> 1, sorted.length - 1].flatMap((place) => sorted[place] ?? [])
}

function symbolsOf(texts: readonly string[]): PlanCost['symbols'] {
  const counts = new Map<number, number>()
  for (const text of texts) {
    const { size } = qrMatrix(text)
    counts.set(size, (counts.get(size) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([one], [other]) => one - other)
    .map(([modules, count]) => ({ version: (modules - 17) / 4, modules, count }))
}
