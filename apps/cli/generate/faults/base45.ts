import { decodeBase45, encodeBase45 } from '@vaxcert/core/dcc'
import type { Change } from '../layers.ts'

/** Somewhere in the middle, at the start of a group of three. */
const MIDDLE = 120

function base45(make: (right: string) => string): Change {
  return { layer: 'base45', make }
}

export const lowerCase: Change = base45((right) => right.toLowerCase())

/** One character in the place of another. */
export function character(foreign: string): Change {
  return base45((right) => right.slice(0, MIDDLE) + foreign + right.slice(MIDDLE + 1))
}

/** A character that should not be there at all. */
export function inserted(foreign: string): Change {
  return base45((right) => right.slice(0, MIDDLE) + foreign + right.slice(MIDDLE))
}

/** Three characters in the place of a group. */
export function group(three: string): Change {
  return base45((right) => right.slice(0, MIDDLE) + three + right.slice(MIDDLE + 3))
}

/** Characters in the place of the last group, be it of two or of three. */
export function lastGroup(characters: string): Change {
  return base45((right) => right.slice(0, right.length - (right.length % 3 || 3)) + characters)
}

export function appended(more: string): Change {
  return base45((right) => right + more)
}

/** Spaces as a URL writes them, as many as leave one character over. */
export const percentEncoded: Change = base45((right) => {
  const encoded = right.replace(' ', '%20')
  return right.length % 3 === 2 ? encoded : encoded.replace(' ', '%20')
})

/** Every space as a form of a web page writes it, which makes other bytes. */
export const plusForSpace: Change = {
  layer: 'zlib',
  make: (right) => decodeBase45(encodeBase45(right).replaceAll(' ', '+')),
}

/** Two adjacent spaces become one, as in HTML. */
export const collapsedSpaces: Change = base45((right) => right.replace('  ', ' '))
