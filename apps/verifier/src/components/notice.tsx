import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'

/** One sentence about what just happened; a screen reader says it. */
export function Notice(): JSX.Element {
  const { state } = useSession()
  const { say } = useSpeech()
  const { notice, busy } = state
  const key = busy.value ? 'scan.checking' : notice.value
  return (
    <p class={key === undefined ? 'notice empty' : 'notice'} role="status">
      {key !== undefined && say(key)}
    </p>
  )
}
