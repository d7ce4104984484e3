import { joinBytes } from './hex.ts'

type Bytes = Uint8Array | readonly number[]

/** One element of DER. Written by hand here, so that the vectors share no encoder with the library. */
export function der(tag: number, ...parts: readonly Bytes[]): Uint8Array {
  const content = joinBytes(...parts)
  return joinBytes([tag], lengthOf(content.length), content)
}

export function sequence(...parts: readonly Bytes[]): Uint8Array {
  return der(0x30, ...parts)
}

/** An INTEGER of these bytes as they stand. */
export function integer(...bytes: readonly number[]): Uint8Array {
  return der(0x02, bytes)
}

/** An INTEGER of a number that is not negative. */
export function unsigned(magnitude: Uint8Array): Uint8Array {
  const first = magnitude.findIndex((byte) => byte > 0)
  const bytes = magnitude.subarray(first < 0 ? magnitude.length - 1 : first)
  return der(0x02, (bytes[0] ?? 0) < 0x80 ? [] : [0], bytes)
}

/** An OBJECT IDENTIFIER, "2.5.29.15". */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, [40 * first + second, ...rest.flatMap(arcBytes)])
}

export function bitString(bytes: Uint8Array, unused = 0): Uint8Array {
  return der(0x03, [unused], bytes)
}

export function octetString(bytes: Uint8Array): Uint8Array {
  return der(0x04, bytes)
}

export function boolean(value: number): Uint8Array {
  return der(0x01, [value])
}

export const nothing: Uint8Array = der(0x05)

export function utf8(text: string): Uint8Array {
  return der(0x0c, Buffer.from(text))
}

export function printable(text: string): Uint8Array {
  return der(0x13, Buffer.from(text, 'latin1'))
}

/** "210401000000Z" */
export function utcTime(text: string): Uint8Array {
  return der(0x17, Buffer.from(text))
}

/** "20210401000000Z" */
export function generalizedTime(text: string): Uint8Array {
  return der(0x18, Buffer.from(text))
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

function arcBytes(arc: number): readonly number[] {
  const bytes = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80)
  return bytes
}
