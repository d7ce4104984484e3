/** How many answers are kept: the syllables of a country are some thousands, the misspelt ones have no end. */
const ROOM = 50_000
/** Longer texts are no words and no dates, and are not kept. */
const LONGEST = 40

/** Remembers what a function said of a text. When the room is full everything is forgotten: memory stays bounded. */
export function memo<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return answer(text)
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    if (known.size >= ROOM) known.clear()
    const now = answer(text)
    known.set(text, now)
    return now
  }
}
