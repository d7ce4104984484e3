/**
 * Asks no more often than once in so many milliseconds, however many want to know: meanwhile all get the last answer, or the
 * one that is under way. An error is told to those who wait for it, and not kept.
 */
export function kept<T>(ask: () => Promise<T>, milliseconds: number, now: () => Date): () => Promise<T> {
  let last: { readonly answer: Promise<T>; readonly at: number } | undefined
  return () => {
    const at = now().getTime()
    if (last !== undefined && Math.abs(at - last.at) < milliseconds) return last.answer
    const asked = { answer: ask(), at }
    last = asked
    asked.answer.catch(() => {
      if (last === asked) last = undefined
    })
    return asked.answer
  }
}
