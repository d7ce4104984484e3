import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import type { Scanner, ScanTrouble } from '../scan/scanner.ts'
import type { WordKey } from '../words/words.ts'
import { Button } from './button.tsx'

const works: readonly string[] = ['off', 'starting', 'scanning', 'paused']

/** What keeps the camera from working, if anything does. */
export function troubleOf(state: Scanner['state']['value']): ScanTrouble | undefined {
  return works.includes(state) ? undefined : (state as ScanTrouble)
}

/** What to do now: a screen reader says it when it changes. */
export function ScanMessage(): JSX.Element {
  const { state, services, stopScan, startScan } = useSession()
  const { say } = useSpeech()
  const { scanner } = services
  const trouble = troubleOf(scanner.state.value)
  const hint = scanner.hint.value
  const again = () => {
    stopScan()
    // The screen leaves and comes back, so that the camera is asked for anew.
    queueMicrotask(startScan)
  }
  const aimed: WordKey = state.aim.value === 'paper' ? 'scan.aim-paper' : 'scan.aim'
  const now: WordKey = scanner.state.value === 'starting' ? 'scan.starting' : hint ? `hint.${hint}` : aimed
  return (
    <div class={trouble ? 'scan-message trouble' : 'scan-message'}>
      <p role="status">{say(trouble ? `trouble.${trouble}` : now)}</p>
      {trouble && trouble !== 'insecure-page' && <Button onPress={again}>{say('scan.retry')}</Button>}
    </div>
  )
}
