import { hasValidCheckCharacter, uvciCheckCharacter } from '@vaxcert/core/dcc'

const PREFIX = 'URN:UVCI:'

/**
 * Every way in which a certificate may carry an identifier that somebody has typed. Prefix, `#` and check character
 * belong to what is hashed, but people leave them out. All spellings name the same certificate, so revoking
 * each of them hits no other one.
 */
export function spellings(uvci: string): readonly string[] {
  const whole = withPrefix(uvci)
  const body = whole.replace(/#.*$/, '')
  const check = uvciCheckCharacter(body)
  const prefixed = check === undefined ? [whole] : [whole, body, `${body}#${check}`]
  return [...new Set([...prefixed, ...prefixed.map((spelling) => spelling.slice(PREFIX.length))])]
}

/** Whether the typed identifier has a check character that does not fit it: a slip of the finger, most likely. */
export function isMistyped(uvci: string): boolean {
  return hasValidCheckCharacter(withPrefix(uvci)) === false
}

function withPrefix(uvci: string): string {
  return uvci.startsWith(PREFIX) ? uvci : PREFIX + uvci
}
