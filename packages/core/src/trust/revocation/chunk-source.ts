import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '#sha256'

/**
 * Where the pieces of a revocation list lie: memory, a folder, a cache in front of a network. What comes from it
 * is checked against its name, once for as long as the same array is handed out: whoever keeps pieces
 * keeps these arrays, and does not change them.
 *
 * Privacy: a piece that is fetched when a certificate is checked tells whoever serves it which 2^bits-th part of all
 * hashes that certificate falls in, and when it was shown. Fetch all pieces ahead, or through a cache that many share.
 */
export interface ChunkSource {
  /**
   * The bytes whose SHA-256 is this, in lower-case hex; it is also the name of their file. Undefined, or a promise
   * that is rejected, when they cannot be had.
   */
  chunk(sha256: string): Uint8Array | undefined | Promise<Uint8Array | undefined>
}

/** The name of a piece. */
export function nameOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** What a source gives under a name; undefined whatever the reason why it cannot, and for null, which stores answer. */
export function askSource(source: ChunkSource, name: string): Uint8Array | undefined | Promise<Uint8Array | undefined> {
  try {
    const answer = source.chunk(name)
    return answer instanceof Promise ? answer.then(present, () => undefined) : present(answer)
  } catch {
    return undefined
  }
}

function present(answer: Uint8Array | null | undefined): Uint8Array | undefined {
  return answer ?? undefined
}
