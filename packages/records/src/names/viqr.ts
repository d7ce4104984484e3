const marks: Readonly<Record<string, string>> = {
  '(': '\u0306',
  '^': '\u0302',
  '+': '\u031b',
  '*': '\u031b',
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
}

/** VIQR (RFC 1456): marks typed as signs after their vowel, `Nguye^~n Va(n DDu+'c`. A backslash takes a sign as it is. */
export function decodeViqr(text: string): string {
  return text
    .replace(/dd/gi, (pair) => (pair.startsWith('D') ? 'Đ' : 'đ'))
    .replace(/(\\?)([aeiouy])([(^+*])?(['`?~.])?/gi, putTogether)
}

function putTogether(whole: string, backslash: string, vowel: string, quality = '', tone = ''): string {
  if (backslash !== '' || quality + tone === '') return whole
  const letter = (vowel + (marks[quality] ?? '')).normalize('NFC')
  const fits = quality === '' || letter.length === 1
  return fits ? (letter + (marks[tone] ?? '')).normalize('NFC') : whole
}
