/** CBOR on its way into bytes: `bytes` is filled up to `at`. What does not fit is lost: `at` is then beyond the end. */
export interface CborSink {
  readonly bytes: Uint8Array
  at: number
}

/** Major types (RFC 8949 §3.1). */
export const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6 } as const

/** The head of an item in shortest form (RFC 8949 §3). The argument is a whole number from 0 to 2^53 − 1. */
export function putHead(sink: CborSink, major: number, argument: number): void {
  const { bytes, at } = sink
  const width = argumentWidth(argument)
  bytes[at] = (major << 5) | (width === 0 ? argument : ARGUMENT_FOLLOWS - Math.clz32(width))
  for (let last = at + width, rest = argument; last > at; last -= 1) {
    bytes[last] = rest
    rest = Math.floor(rest / 0x100)
  }
  sink.at = at + 1 + width
}

/** 24 for one byte, 25 for two, 26 for four, 27 for eight. */
const ARGUMENT_FOLLOWS = 24 + 31

/** How many bytes hold the argument behind the initial byte. */
function argumentWidth(argument: number): 0 | 1 | 2 | 4 | 8 {
  if (argument < 24) return 0
  if (argument < 0x100) return 1
  if (argument < 0x1_0000) return 2
  return argument < 0x1_0000_0000 ? 4 : 8
}

export function putInteger(sink: CborSink, value: number): void {
  if (value < 0) putHead(sink, MAJOR.negative, -1 - value)
  else putHead(sink, MAJOR.unsigned, value)
}

export function putBytes(sink: CborSink, value: Uint8Array): void {
  putHead(sink, MAJOR.bytes, value.length)
  sink.bytes.set(value, sink.at)
  sink.at += value.length
}

/** Bytes that `putBytes` takes. */
export function byteStringLength(value: Uint8Array): number {
  return 1 + argumentWidth(value.length) + value.length
}

/** The text in UTF-8 (RFC 3629). */
export function putText(sink: CborSink, text: string): void {
  const start = sink.at
  putHead(sink, MAJOR.text, text.length)
  if (putAscii(sink, text)) return
  sink.at = start
  putHead(sink, MAJOR.text, utf8Length(text))
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) as number
    putCharacter(sink, code)
    if (code > 0xffff) index += 1
  }
}

/** False, and nothing put, when the text holds any other character. */
function putAscii(sink: CborSink, text: string): boolean {
  const { bytes, at } = sink
  const { length } = text
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit >= 0x80) return false
    bytes[at + index] = unit
  }
  sink.at = at + length
  return true
}

function utf8Length(text: string): number {
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const more = continuationBytes(text.codePointAt(index) as number)
    length += 1 + more
    if (more === 3) index += 1
  }
  return length
}

function continuationBytes(code: number): 0 | 1 | 2 | 3 {
  if (code < 0x80) return 0
  if (code < 0x800) return 1
  return code < 0x1_0000 ? 2 : 3
}

function putCharacter(sink: CborSink, code: number): void {
  const more = continuationBytes(code)
  const { bytes, at } = sink
  bytes[at] = more === 0 ? code : (0xf80 >> more) | (code >> (6 * more))
  for (let byte = 1; byte <= more; byte += 1) bytes[at + byte] = 0x80 | ((code >> (6 * (more - byte))) & 0x3f)
  sink.at = at + 1 + more
}
