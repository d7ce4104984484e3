/**
 * Characters that steer a terminal or turn the order of what is read: controls (C0, DEL, C1), format
 * characters (bidi overrides and isolates, zero-width ones), line and paragraph separators, lone surrogates.
 */
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Longest untrusted text that is shown in one piece. */
const MAX_SHOWN = 512

/** Untrusted text as it may reach a terminal: steering characters as `\u{202e}`. */
export function harmless(text: string): string {
  return text.replace(steering, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

/** The same, and overlong text cut. */
export function printable(text: string): string {
  return harmless(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text)
}

/** One line of JSON that reads back unchanged; steering characters stand in it as escapes, bytes as hex. */
export function jsonLine(value: unknown): string {
  return `${escaped(JSON.stringify(value, bytesAsHex))}\n`
}

/** The same over several lines, for people. */
export function jsonBlock(value: unknown): string {
  return JSON.stringify(value, bytesAsHex, 2).split('\n').map(escaped).join('\n')
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** A Buffer has been made an object of numbers by its own toJSON before it comes here. */
function bytesAsHex(this: unknown, key: string, member: unknown): unknown {
  const before = (this as Readonly<Record<string, unknown>>)[key]
  return before instanceof Uint8Array ? hex(before) : member
}

/** JSON knows escapes of UTF-16 code units only. */
function escaped(json: string): string {
  return json.replace(steering, (character) => {
    return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  })
}
