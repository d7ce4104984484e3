/** Bytes of a hex string, spaces allowed. */
export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function hex(value: Uint8Array): string {
  return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function repeat(hexByte: string, times: number, tail = ''): Uint8Array {
  const unit = bytes(hexByte)
  const end = bytes(tail)
  const joined = new Uint8Array(unit.length * times + end.length)
  for (let index = 0; index < times; index += 1) joined.set(unit, index * unit.length)
  joined.set(end, unit.length * times)
  return joined
}
