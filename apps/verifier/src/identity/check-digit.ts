const weights = [7, 3, 1]

/** The check digit of a field of a machine readable zone: A–Z, 0–9 and `<` (Doc 9303-3 §4.9). */
export function checkDigit(field: string): string {
  let sum = 0
  for (let at = 0; at < field.length; at++) sum += valueIn(field.charAt(at)) * (weights[at % 3] ?? 0)
  return String(sum % 10)
}

/** Whether a field agrees with its check digit; an empty optional field may have `<` for one. */
export function isChecked(field: string, digit: string): boolean {
  return digit === checkDigit(field) || (digit === '<' && /^<*$/.test(field))
}

function valueIn(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36)
}
