import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'

interface BrokenScreenProps {
  /** Draws the app again. */
  readonly onAgain?: () => void
}

/** Something in the app itself went wrong, or the page is not secure: whatever was being checked has no answer. */
export function BrokenScreen({ onAgain }: BrokenScreenProps): JSX.Element {
  const { stopScan } = useSession()
  const { say } = useSpeech()
  const again = () => {
    stopScan()
    onAgain?.()
  }
  return (
    <div class="page">
      <Heading>{say('broken.title')}</Heading>
      <p class="large" role="alert">
        {say(isSecureContext ? 'broken.means' : 'trouble.insecure-page')}
      </p>
      <div class="fill" />
      <div class="actions">
        <Button look="main" onPress={again}>
          {say('broken.again')}
        </Button>
      </div>
    </div>
  )
}
