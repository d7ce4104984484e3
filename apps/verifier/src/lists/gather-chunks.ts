import { Fault } from '@vaxcert/core/fault'
import { type ChunkSource, chunksByDelta, type RevocationIndex, type Snapshot } from '@vaxcert/core/trust'
import { hexSha256 } from './hash.ts'
import { chunksOf, type ListSource, maxBytes, pieceName } from './layout.ts'

/** Pieces that are fetched at the same time. */
const AT_ONCE = 6

/** What is there already. */
export interface ChunksHeld {
  readonly snapshot: Snapshot | undefined
  readonly chunks: ChunkSource
  /** Names of those that lie in the store. */
  readonly names: ReadonlySet<string>
}

/**
 * The chunks of a revocation list that are not held yet, made from those that are where the list says how, else fetched.
 * All are fetched ahead, whatever is scanned: so nobody learns from a fetch what was.
 * @throws Fault `held.piece-missing`
 */
export async function gatherChunks(
  index: RevocationIndex,
  held: ChunksHeld,
  source: ListSource,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pieces = piecesOf(index, held, { chunk: (sha256) => source.file(pieceName(sha256), maxBytes.piece) })
  const missing = chunksOf(index).filter((name) => !held.names.has(name))
  const gathered = new Map<string, Uint8Array>()
  const takeNext = async () => {
    for (let name = missing.pop(); name !== undefined; name = missing.pop()) {
      gathered.set(name, await rightPiece(name, pieces))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext))
  return gathered
}

function piecesOf(index: RevocationIndex, { snapshot, chunks }: ChunksHeld, fetched: ChunkSource): ChunkSource {
  return snapshot === undefined ? fetched : chunksByDelta(index, { index: snapshot.revocation, chunks }, fetched)
}

async function rightPiece(name: string, pieces: ChunkSource): Promise<Uint8Array> {
  const piece = await pieces.chunk(name)
  if (piece === undefined || (await hexSha256(piece)) !== name)
    throw new Fault('held.piece-missing', 'a revocation piece')
  return piece
}
