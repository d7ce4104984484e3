import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { numberText } from '../words/format.ts'
import { Button } from './button.tsx'

/** How long somebody may ask for more, in seconds. */
const KEEP_SECONDS = 120

/** Says when the result closes by itself, shows the time running out, and gives more. At a gate nobody is asked. */
export function Closing(): JSX.Element | null {
  const { countdown, state } = useSession()
  const { language, say } = useSpeech()
  const left = countdown.left.value
  if (left === undefined) return null
  const canKeep = left < KEEP_SECONDS && !state.settings.value.kiosk
  return (
    <div class="closing">
      <progress max={countdown.from.value} value={left} aria-hidden="true" />
      <p class="small">{say('result.closes', { n: numberText(language, left) })}</p>
      {canKeep && (
        <Button look="quiet" onPress={() => countdown.extend(KEEP_SECONDS)}>
          {say('result.keep')}
        </Button>
      )}
    </div>
  )
}
