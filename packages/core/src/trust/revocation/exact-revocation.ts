import { ANY_SIGNER, kidKey } from '../kid-key.ts'
import { type Answer, settle } from './answers.ts'
import { chunkReader, type ReadChunk } from './chunk.ts'
import type { ChunkSource } from './chunk-source.ts'
import type { Revocation } from './revocation.ts'
import { HASH_BYTES, revocationHashes } from './revocation-hash.ts'
import { prefixOf, type RevocationIndex, type RevocationList } from './revocation-index.ts'
import { hasRow } from './rows.ts'

const anySigner = kidKey(ANY_SIGNER)

/**
 * Looks certificates up in exact lists: what is revoked is always found, and nothing else ever is. Of a signer
 * without revocations nothing is hashed. Whoever fetches chunks only at need should read `ChunkSource` on privacy.
 */
export function exactRevocation(index: RevocationIndex, source: ChunkSource): Revocation {
  const readChunk = chunkReader(source)
  const any = index.signers.get(anySigner)
  return {
    isRevoked(subject) {
      const own = index.signers.get(kidKey(subject.kid))
      if (own === undefined && any === undefined) return false
      if (own?.whole === true) return true
      const answers: (Answer | Promise<Answer>)[] = []
      for (const list of [...(own?.lists ?? []), ...(any?.lists ?? [])]) {
        for (const hash of revocationHashes(list.type, subject)) answers.push(askList(list, hash, readChunk))
      }
      return settle(answers)
    },
  }
}

/** Whether a list holds this hash: one chunk is touched, or none. */
function askList(list: RevocationList, hash: Uint8Array, readChunk: ReadChunk): Answer | Promise<Answer> {
  const place = list.chunks[prefixOf(hash, list.bits)]
  if (place === undefined) return false
  const chunk = readChunk(place)
  return chunk instanceof Promise ? chunk.then((rows) => has(rows, hash)) : has(chunk, hash)
}

function has(rows: Uint8Array | undefined, hash: Uint8Array): Answer {
  return rows && hasRow(rows, HASH_BYTES, hash)
}
