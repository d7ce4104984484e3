import { hash } from 'node:crypto'

/** SHA-256 of the bytes into the buffer. By way of a string: a Buffer of its own costs more. */
export function digestInto(buffer: Buffer, bytes: Uint8Array): void {
  buffer.write(hash('sha256', bytes, 'binary'), 'latin1')
}
