const roofs: Readonly<Record<string, string>> = { 'a\u0302': 'aa', 'e\u0302': 'ee', 'o\u0302': 'oo' }
const tones: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}

/** The keys of Telex that no driver put together: `Nguyeexn Vawn DDuwcs`. */
export function encodeTelex(text: string): string {
  return text.split(' ').map(encodeWord).join(' ')
}

function encodeWord(word: string): string {
  let tone = ''
  const spread = word
    .replaceAll('Đ', 'DD')
    .replaceAll('đ', 'dd')
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/g, (sign) => {
      tone = tones[sign] ?? ''
      return ''
    })
  const keyed = spread
    .replace(/[aeo]\u0302/gi, (pair) => roofs[pair.toLowerCase()] ?? pair)
    .replace(/[\u0306\u031b]/g, 'w')
  const cased = /^[A-ZĐ]/.test(word) ? keyed.charAt(0).toUpperCase() + keyed.slice(1) : keyed
  return cased + tone
}
