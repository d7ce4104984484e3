import { TILE_WIDTH, tileWidth } from './tile.ts'

/** Where the signed checkpoint lies (C2SP tlog-tiles). */
export const CHECKPOINT_PATH = 'checkpoint'

/** Path of a tile: "tile/0/x001/x234/067", and ".p/112" behind it when it is 112 hashes wide. */
export function tilePath(level: number, at: number, width: number): string {
  return `tile/${level}/${place(at)}${part(width)}`
}

/** Path of the entries whose leaf hashes are in the tile at this place of level 0. */
export function entriesPath(at: number, width: number): string {
  return `tile/entries/${place(at)}${part(width)}`
}

function place(at: number): string {
  const digits = String(at)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.../g) ?? []
  return groups.map((group, index) => (index < groups.length - 1 ? `x${group}` : group)).join('/')
}

function part(width: number): string {
  return width === TILE_WIDTH ? '' : `.p/${width}`
}

const anyTile = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/[0-9]{1,3})?$/

/** Whether a folder that holds a log of so many entries, and nothing else, has this file. */
export function isPathOf(path: string, size: number): boolean {
  if (path === CHECKPOINT_PATH) return true
  const [, kind = '', where = ''] = anyTile.exec(path) ?? []
  const level = kind === 'entries' ? 0 : Number(kind)
  const at = Number(where.replaceAll(/[x/]/g, ''))
  const width = tileWidth(size, level, at)
  if (kind === '' || width === 0) return false
  return path === (kind === 'entries' ? entriesPath(at, width) : tilePath(level, at, width))
}
