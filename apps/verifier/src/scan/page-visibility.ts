/**
 * Calls `hide` when nobody can see the page any more and `show` when it is back. Returns what ends that.
 * A page in the back/forward cache is hidden too.
 */
export function whilePageIsShown(show: () => void, hide: () => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let isShown = true
  const change = (shown: boolean) => {
    if (shown === isShown) return
    isShown = shown
    if (shown) show()
    else hide()
  }
  document.addEventListener('visibilitychange', () => change(document.visibilityState === 'visible'), { signal })
  addEventListener('pagehide', () => change(false), { signal })
  addEventListener('pageshow', () => change(document.visibilityState === 'visible'), { signal })
  return () => ended.abort()
}
