import { unlessFault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { type CertificateRow, certificateRows, entryOfRow } from './certificate-entries.ts'
import { leafHash } from './hash.ts'

/** Leaf hashes of a ledger's certificates, made anew, so many at a time. */
export interface LedgerLeaves {
  /** The next; undefined at a place whose certificate is missing or damaged. */
  next(count: number): Promise<readonly (Uint8Array | undefined)[]>
  /** To be called when no more are asked for. */
  end(): Promise<void>
}

/** The leaves of a log of so many entries, from the first on. */
export function ledgerLeaves(database: Database, size: number): LedgerLeaves {
  const rows = certificateRows(database, size)[Symbol.asyncIterator]()
  let place = 0
  let row: CertificateRow | undefined
  const leafAt = async (wanted: number): Promise<Uint8Array | undefined> => {
    row ??= (await rows.next()).value
    if (row === undefined || Number(row.leaf) !== wanted) return undefined
    const found = row
    row = undefined
    return unlessFault(() => leafHash(entryOfRow(found)))
  }
  return {
    async next(count) {
      const leaves: (Uint8Array | undefined)[] = []
      for (; leaves.length < count; place += 1) leaves.push(await leafAt(place))
      return leaves
    },
    async end() {
      await rows.return?.()
    },
  }
}
