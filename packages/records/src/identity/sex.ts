const male = new Set(['nam', 'm', 'male', 'trai', '1'])
const female = new Set(['nữ', 'nu', 'f', 'female', 'gái', 'gai', '2'])

/**
 * Sex as it is written in Vietnamese and English, or as 1 and 2. A 0 is left unread: some systems mean female by it,
 * others that nobody knows (Decision 1405/QĐ-BTTTT).
 */
export function readSex(text: string): 'male' | 'female' | undefined {
  if (text === 'Nam') return 'male'
  if (text === 'Nữ') return 'female'
  const word = text.normalize('NFC').trim().toLowerCase()
  if (male.has(word)) return 'male'
  return female.has(word) ? 'female' : undefined
}
