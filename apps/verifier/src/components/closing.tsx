import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { numberText } from '../words/format.ts'
import { Button } from './button.tsx'

/** How long somebody may ask for more, in seconds. */
const KEEP_SECONDS = 120

/** Says when the result closes by itself, and gives more time. */
export function Closing(): JSX.Element | null {
  const { countdown } = useSession()
  const { language, say } = useSpeech()
  const left = countdown.left.value
  if (left === undefined) return null
  return (
    <div class="closing">
      <p class="small">{say('result.closes', { n: numberText(language, left) })}</p>
      <Button look="quiet" onPress={() => countdown.extend(KEEP_SECONDS)}>
        {say('result.keep')}
      </Button>
    </div>
  )
}
