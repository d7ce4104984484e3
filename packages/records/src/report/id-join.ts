import { openSpool } from '../worklist/spool.ts'

/** Tells which of very many identifiers stand in several files, in memory that does not grow with them. */
export interface IdJoin {
  /** Notes an identifier; `mark` is what is known of it, without a line end. */
  add(id: string, mark: string): void
  /** Each identifier once, with its different marks in the order in which they were first noted. */
  joined(): Iterable<readonly string[]>
  /** Removes what was kept on disk. */
  close(): void
}

/** Pieces on disk, one of which is in memory at a time. */
const PIECES = 128

/** @param folder not there yet; it holds identifiers until `close` */
export function openIdJoin(folder: string): IdJoin {
  const spool = openSpool(folder)
  return {
    add: (id, mark) => spool.add(pieceOf(id), `${mark}\t${inLine(id)}`),
    *joined() {
      spool.flush()
      for (let piece = 0; piece < PIECES; piece += 1) yield* marksOf(spool.read(piece)).values()
    },
    close: spool.remove,
  }
}

function marksOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, string[]>()
  for (const line of lines) {
    const end = line.indexOf('\t')
    const [mark, id] = [line.slice(0, end), line.slice(end + 1)]
    const own = marks.get(id)
    if (own === undefined) marks.set(id, [mark])
    else if (!own.includes(mark)) own.push(mark)
  }
  return marks
}

/** A line of the spool ends at a line end: one in an identifier would make it two. */
function inLine(id: string): string {
  return /["\n]/.test(id) ? JSON.stringify(id) : id
}

function pieceOf(id: string): number {
  let hash = 0
  for (let at = 0; at < id.length; at += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0
  return (hash >>> 7) % PIECES
}
