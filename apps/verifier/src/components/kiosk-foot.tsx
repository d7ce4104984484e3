import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { HoldButton } from './hold-button.tsx'

/** At a gate nothing can be pressed by chance: who looks after it holds this button to leave. */
export function KioskFoot(): JSX.Element {
  const { stopScan } = useSession()
  const { say } = useSpeech()
  return (
    <div class="kiosk-foot">
      <HoldButton label={say('kiosk.leave')} onHeld={stopScan} />
    </div>
  )
}
