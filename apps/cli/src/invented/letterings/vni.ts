/** Letters of VNI-Windows as Windows-1252 shows them, by letter (vietnam.md §4.3). */
const single: Readonly<Record<string, string>> = {
  ...{ ì: 'ì', í: 'í', ỉ: 'æ', ĩ: 'ó', ị: 'ò', đ: 'ñ', ơ: 'ô', ư: 'ö', ỵ: 'î' },
}
/** Tones in the order huyền, sắc, hỏi, ngã, nặng. */
const combining = '\u0300\u0301\u0309\u0303\u0323'
const marks = { plain: 'øùûõï', '\u0302': 'àáåãä', '\u0306': 'èéúüë' } as const

export function encodeVni(text: string): string {
  return [...text].map(encodeLetter).join('')
}

function encodeLetter(letter: string): string {
  const small = letter.toLowerCase()
  const code = Object.hasOwn(single, small) ? single[small] : codeOf(small)
  if (code === undefined) return letter
  return letter === small ? code : code.toUpperCase()
}

/** A base letter, then one sign for its tone and its roof or bowl together. */
function codeOf(letter: string): string | undefined {
  const [base = '', ...signs] = letter.normalize('NFD')
  const tone = combining.indexOf(signs.find((sign) => combining.includes(sign)) ?? '-')
  const roof = signs.find((sign) => sign === '\u0302' || sign === '\u0306')
  if (signs.includes('\u031b')) return (base === 'o' ? 'ô' : 'ö') + marks.plain.charAt(tone)
  if (roof !== undefined) return base + (tone < 0 ? (roof === '\u0302' ? 'â' : 'ê') : marks[roof].charAt(tone))
  return tone < 0 ? undefined : base + marks.plain.charAt(tone)
}
