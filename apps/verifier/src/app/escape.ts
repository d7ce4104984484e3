import { useEffect } from 'preact/hooks'
import { useSession } from './context.ts'
import type { Session } from './session.ts'

/** The Escape key goes one step back, as the button for it does. */
export function useEscape(): void {
  const session = useSession()
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) backFrom(session)()
    }
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [session])
}

/** At a gate nothing goes back to where others could press more. */
function backFrom({ state, next, stopScan, backToResult }: Session): () => void {
  const { screen, aim, shown, settings } = state
  const isForPaper = aim.value === 'paper' && shown.value !== undefined
  switch (screen.value) {
    case 'result':
    case 'other':
      return next
    case 'identity':
      return backToResult
    case 'scan':
      if (isForPaper) return backToResult
      return settings.value.kiosk ? () => undefined : stopScan
    default:
      return stopScan
  }
}
