import { type OpenedCheckpoint, openCheckpoint, readVerifierKey } from '@vaxcert/batch/log'
import { unlessFault } from '@vaxcert/core/fault'
import type { Findings } from './findings.ts'
import { type GrowingTree, growingTree } from './merkle.ts'

/**
 * A witness that forgets nothing: every checkpoint ever seen must be that of the tree which the certificates of today
 * make, reckoned anew with every look at them.
 */
export interface LogJudge {
  readonly checkpoints: number
  begin(): void
  checkpoint(note: string): void
  /** Entries in the order of their leaves. */
  entry(doseNo: number, at: number, leaf: string, isReleased: boolean): void
  /** Hashes of a tile of level 0, in hex. */
  tile(at: number, hashes: string): void
  /** What the ledger says is the size of the log. */
  size(size: number): void
  /** `isDone`: nobody works on it any more. */
  end(isDone: boolean): void
}

const TILE = 256
const HEX = 64

export function logJudge(verifierKey: string, { add }: Findings): LogJudge {
  const log = readVerifierKey(verifierKey)
  const witnessed = new Map<number, string>()
  let tree: GrowingTree = growingTree()
  let leaves: string[] = []
  let tiles = ''
  let head = 0
  let lastReleased = -1

  function keep({ size, root }: OpenedCheckpoint): void {
    const hex = Buffer.from(root).toString('hex')
    if ((witnessed.get(size) ?? hex) !== hex) add('unlogged', `fork at size ${size}`)
    witnessed.set(size, hex)
  }

  function checkRoot(): void {
    const root = witnessed.get(tree.size)
    if (root !== undefined && root !== tree.root()) add('unlogged', `another root of size ${tree.size}`)
  }

  return {
    get checkpoints() {
      return witnessed.size
    },
    begin() {
      tree = growingTree()
      leaves = []
      tiles = ''
      lastReleased = -1
      checkRoot()
    },
    checkpoint(note) {
      const opened = unlessFault(() => openCheckpoint(Buffer.from(note), { log }))
      if (opened === undefined) add('unlogged', 'a checkpoint that the log has not signed')
      else keep(opened)
    },
    entry(doseNo, at, leaf, isReleased) {
      if (at !== tree.size) add('unlogged', `dose ${doseNo} at leaf ${at}, not ${tree.size}`)
      tree.append(leaf)
      leaves.push(leaf)
      if (isReleased) lastReleased = at
      checkRoot()
    },
    tile(at, hashes) {
      if (tiles.length !== at * TILE * HEX) add('unlogged', `tile ${at} does not follow`)
      tiles += hashes
    },
    size(size) {
      head = size
    },
    end(isDone) {
      const largest = Math.max(0, ...witnessed.keys())
      if (lastReleased >= largest) add('unlogged', `leaf ${lastReleased} released beyond every checkpoint`)
      if (!isDone) return
      if (head !== tree.size) add('unlogged', `head ${head}, ${tree.size} certificates`)
      if (largest > tree.size) add('unlogged', `a checkpoint of ${largest}, ${tree.size} certificates`)
      if (tiles !== leaves.join('')) add('unlogged', 'tiles hold something else than the certificates')
    },
  }
}
