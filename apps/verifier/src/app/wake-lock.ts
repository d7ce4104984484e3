import { useEffect } from 'preact/hooks'
import { useSession } from './context.ts'

/** Keeps the screen from going dark while the camera looks, where the browser lets it. */
export function useWakeLock(): void {
  const isWanted = useSession().state.camera.value
  useEffect(() => (isWanted ? stayAwake() : undefined), [isWanted])
}

/** A hidden page loses its lock; it is asked for again when the page is back. Returns what ends it. */
function stayAwake(): () => void {
  const ending = new AbortController()
  let lock: WakeLockSentinel | undefined

  async function ask(): Promise<void> {
    if (document.hidden) return
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    if (ending.signal.aborted) letGo()
  }

  function letGo(): void {
    lock?.release().catch(() => undefined)
  }

  document.addEventListener('visibilitychange', () => void ask(), { signal: ending.signal })
  void ask()
  return () => {
    ending.abort()
    letGo()
  }
}
