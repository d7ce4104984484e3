import { writeBase64 } from '../../base64.ts'
import { MAX_BATCH } from '../../revocation/eu/eu-batch.ts'
import { UNKNOWN_KID } from '../../revocation/eu/eu-lists.ts'
import { groupBy } from '../../revocation/group-by.ts'
import type { HashType } from '../../revocation/revocation-hash.ts'
import { compareAt } from '../../revocation/rows.ts'
import { checkEntry, dayOf, type RevocationEntry, type RevokedCertificate } from './entries.ts'
import { listKey } from './member-lists.ts'

/** A batch as JSON, to be signed (CMS) and uploaded to the gateway (`RevocationBatchDto`). */
export interface EuBatchJson {
  readonly country: string
  /** "2023-06-01T00:00:00Z". */
  readonly expires: string
  /** Base64, or "UNKNOWN_KID". */
  readonly kid: string
  readonly hashType: HashType
  readonly entries: readonly { readonly hash: string }[]
}

/** Whose batches they are, and from when on. */
export interface EuBatchOptions {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** What has expired then is left out. */
  readonly at: Date
  /** For entries whose own last day nobody knows, in days since 1970. */
  readonly lastDay: number
}

const DAY_SECONDS = 86_400

/**
 * Entries as batches of at most 1,000, each of one signer, one type and one last day, sorted. The gateway knows no
 * revocation of a whole signer: those are left out, and their certificates have to be taken from the trust list.
 * @throws TypeError as `checkEntry` and `dayOf`
 */
export function euBatches(entries: Iterable<RevocationEntry>, options: EuBatchOptions): readonly EuBatchJson[] {
  const today = dayOf(options.at)
  const all = [...entries]
  for (const entry of all) checkEntry(entry)
  const certificates = all.filter((entry) => entry.type !== 'SIGNER')
  const live = certificates.filter(({ lastDay = options.lastDay }) => lastDay >= today)
  const groups = groupBy(live, (entry) => groupOf(entry, options))
  return [...groups]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, group]) => inBatches(group, options))
}

function groupOf(entry: RevokedCertificate, options: EuBatchOptions): string {
  return `${listKey(entry)} ${entry.lastDay ?? options.lastDay}`
}

/** Entries of one group. */
function inBatches(group: readonly RevokedCertificate[], { country, lastDay: latest }: EuBatchOptions): EuBatchJson[] {
  const [{ kid, type, lastDay = latest }] = group as [RevokedCertificate]
  const sorted = group.map(({ hash }) => hash).toSorted((left, right) => compareAt(left, 0, right, 0, left.length))
  const hashes = [...new Set(sorted.map(writeBase64))]
  const batches: EuBatchJson[] = []
  for (let at = 0; at < hashes.length; at += MAX_BATCH) {
    batches.push({
      country,
      expires: endOf(lastDay),
      kid: kid ? writeBase64(kid) : UNKNOWN_KID,
      hashType: type,
      entries: hashes.slice(at, at + MAX_BATCH).map((hash) => ({ hash })),
    })
  }
  return batches
}

/** The midnight that ends a day. */
function endOf(day: number): string {
  return new Date((day + 1) * DAY_SECONDS * 1000).toISOString().replace('.000Z', 'Z')
}
