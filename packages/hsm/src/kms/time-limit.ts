/** A request that was given up since no answer came in time. */
export const late: unique symbol = Symbol('late')

/**
 * What `ask` gives within so many milliseconds. Its signal is aborted then, and together with the caller's; whether
 * it listens or not, nobody waits for it any longer. Leaves no listener on the caller's signal, which may live for
 * millions of requests.
 * @throws `late`; the reason of the caller's signal; whatever `ask` throws
 */
export async function withinTime<T>(
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  outer?.throwIfAborted()
  const inner = new AbortController()
  const follow = (): void => inner.abort(outer?.reason)
  outer?.addEventListener('abort', follow, { once: true })
  const timer = setTimeout(() => inner.abort(late), milliseconds)
  try {
    const given = new Promise<never>((_, reject) => {
      inner.signal.addEventListener('abort', () => reject(inner.signal.reason), { once: true })
    })
    return await Promise.race([given, ask(inner.signal)])
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', follow)
  }
}
