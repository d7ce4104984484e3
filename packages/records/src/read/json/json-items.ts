/** An element of an array in a JSON text, as it stands. */
export interface JsonItem {
  readonly bytes: Buffer
  /** Its number in the array, from 1. */
  readonly number: number
  /** It is longer than an item may be, and only its beginning is here; or the text ended within it. */
  readonly broken?: 'too-large' | 'json'
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const LONGEST_KEY = 40

interface Scan {
  depth: number
  isInText: boolean
  isEscaped: boolean
  /** Depth of the array's elements, once it is open; -1 before, and after its end. */
  itemDepth: number
  /** The text read last at depth 1: a key, when a colon follows. */
  key: string
  number: number
  /** Parts of the item under way, or undefined between items. */
  parts: Buffer[] | undefined
  size: number
}

/**
 * The elements of the array that a JSON text is, or of its member `name`, one after the other: memory holds one of
 * them. It looks at brackets and quotes only; whether an element is JSON is for the caller to see. Never throws.
 */
export async function* jsonItems(
  blocks: AsyncIterable<Buffer>,
  name: string,
  itemBytes: number,
): AsyncGenerator<readonly JsonItem[]> {
  const scan: Scan = {
    depth: 0,
    isInText: false,
    isEscaped: false,
    itemDepth: -1,
    key: '',
    number: 0,
    parts: undefined,
    size: 0,
  }
  for await (const block of blocks) {
    const items = scanBlock(scan, block, name, itemBytes)
    if (items.length > 0) yield items
  }
  if (scan.parts !== undefined) yield [{ ...finished(scan, itemBytes), broken: 'json' }]
}

function scanBlock(scan: Scan, block: Buffer, name: string, itemBytes: number): JsonItem[] {
  const items: JsonItem[] = []
  let start = 0
  for (let at = 0; at < block.length; at += 1) {
    const byte = block[at] as number
    if (scan.isInText) {
      at = withinText(scan, block, at)
      continue
    }
    if (scan.parts !== undefined && endsItem(scan, byte)) {
      addPart(scan, block.subarray(start, at), itemBytes)
      items.push(finished(scan, itemBytes))
    } else if (scan.parts === undefined && scan.depth === scan.itemDepth && beginsItem(byte)) {
      scan.parts = []
      start = at
    }
    step(scan, byte, name)
  }
  if (scan.parts !== undefined) addPart(scan, block.subarray(start), itemBytes)
  return items
}

/** Goes to the end of the text under way, or of the block. */
function withinText(scan: Scan, block: Buffer, from: number): number {
  const isKey = scan.depth === 1 && scan.itemDepth !== 1
  for (let at = from; at < block.length; at += 1) {
    const byte = block[at] as number
    if (scan.isEscaped) scan.isEscaped = false
    else if (byte === BACKSLASH) scan.isEscaped = true
    else if (byte === QUOTE) {
      scan.isInText = false
      return at
    }
    if (isKey && scan.key.length < LONGEST_KEY) scan.key += String.fromCharCode(byte)
  }
  return block.length
}

function endsItem(scan: Scan, byte: number): boolean {
  return scan.depth === scan.itemDepth && (byte === COMMA || byte === CLOSE_ARRAY)
}

/** Anything but white space, a comma, or the end of the array. */
function beginsItem(byte: number): boolean {
  return byte > 0x20 && byte !== COMMA && byte !== CLOSE_ARRAY
}

function step(scan: Scan, byte: number, name: string): void {
  if (byte === QUOTE) {
    scan.isInText = true
    if (scan.depth === 1) scan.key = ''
  } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
    scan.depth += 1
    const isOurs = scan.depth === 1 || (scan.depth === 2 && scan.key === name)
    if (byte === OPEN_ARRAY && scan.itemDepth < 0 && isOurs) scan.itemDepth = scan.depth
  } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
    scan.depth -= 1
    if (scan.depth < scan.itemDepth) scan.itemDepth = -1
  }
}

function addPart(scan: Scan, part: Buffer, itemBytes: number): void {
  if (scan.size < itemBytes) scan.parts?.push(Buffer.from(part.subarray(0, itemBytes - scan.size)))
  scan.size += part.length
}

function finished(scan: Scan, itemBytes: number): JsonItem {
  scan.number += 1
  const item = { bytes: Buffer.concat(scan.parts ?? []), number: scan.number }
  const isLong = scan.size > itemBytes
  scan.parts = undefined
  scan.size = 0
  return isLong ? { ...item, broken: 'too-large' } : item
}
