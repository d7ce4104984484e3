/** One key of a scanner, read in two ways. */
export interface PressedKey {
  /** What this device's keyboard layout made of it; undefined when an input method swallowed it. */
  readonly typed: string | undefined
  /** What a US keyboard would have made of it, which is what scanners pretend to be; undefined for other keys. */
  readonly wired: string | undefined
}

/** Unshifted and shifted, by the name of the key (W3C UI Events code). */
const usKeys: Readonly<Record<string, string>> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: `'"`,
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Digit1: '1!',
  Digit2: '2@',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6^',
  Digit7: '7&',
  Digit8: '8*',
  Digit9: '9(',
  Digit0: '0)',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
}

/** Undefined for keys that write nothing, and for shortcuts. */
export function pressedKey(event: KeyboardEvent): PressedKey | undefined {
  if ((event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')) return undefined
  const typed = [...event.key].length === 1 ? event.key : undefined
  const wired = onUsKeyboard(event.code, event.shiftKey)
  if (typed === undefined && (wired === undefined || !swallowed.includes(event.key))) return undefined
  return { typed, wired }
}

/** Names of a key whose letter an input method keeps to itself, or that waits for the next one. */
const swallowed: readonly string[] = ['Process', 'Unidentified', 'Dead']

function onUsKeyboard(code: string, shifted: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shifted ? letter : letter.toLowerCase()
  const digit = /^Numpad(\d)$/.exec(code)?.[1]
  return digit ?? usKeys[code]?.[shifted ? 1 : 0]
}
