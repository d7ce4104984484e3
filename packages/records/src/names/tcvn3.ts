const codes = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ'
const meant = 'ĂÂÊÔƠƯĐăâêôơưđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ'
/** From here on the letters have no code for their capital: a font of capitals showed them. */
const firstToned = codes.indexOf('µ')

const letters = new Map([...codes].map((code, at) => [code, meant.charAt(at)]))

/**
 * TCVN 5712 (ABC fonts) whose bytes were read as Windows-1252. Capitals with a tone were written as small letters in a
 * font of capitals, so a text whose ASCII letters are all capitals becomes all capitals, and a small letter with a tone
 * at the start of a word becomes a capital where the text begins with one.
 */
export function decodeTcvn3(text: string): string {
  const isUpper = /[A-Z]/.test(text) && !/[a-z]/.test(text)
  const isTitled = /^[^a-z]*[A-Z¡-§]/.test(text)
  const decoded = text.replace(/\S+/g, (word) => (isTitled ? decodeTitled(word) : decodeLetters(word)))
  return isUpper ? decoded.toUpperCase() : decoded
}

function decodeTitled(word: string): string {
  const decoded = decodeLetters(word)
  return codes.indexOf(word.charAt(0)) < firstToned ? decoded : decoded.charAt(0).toUpperCase() + decoded.slice(1)
}

function decodeLetters(word: string): string {
  let decoded = ''
  for (const code of word) decoded += letters.get(code) ?? code
  return decoded
}
