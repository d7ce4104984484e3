import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import type { OtherKind } from '../app/state.ts'
import { Button } from '../components/button.tsx'
import { Closing } from '../components/closing.tsx'
import { Heading } from '../components/heading.tsx'
import { Icon } from '../components/icon.tsx'
import { KioskFoot } from '../components/kiosk-foot.tsx'
import { otherAdviceFor } from '../words/other-advice.ts'

/** A code that is no certificate: what it is, and nothing of what it says. */
export function OtherScreen({ kind }: { readonly kind: OtherKind }): JSX.Element {
  const { state, next } = useSession()
  const { say } = useSpeech()
  return (
    <div class="result other">
      <div class="verdict-band">
        <span class="verdict-sign" role="img" aria-label={say('look.other')}>
          <Icon name="other" />
        </span>
        <Heading about={kind} class="verdict-word" describedBy="saw">
          {say('other.title')}
        </Heading>
        <p class="verdict-means" id="saw">
          {say('other.saw', { kind: say(`kind.${kind}`) })}
        </p>
      </div>
      <div class="result-body">
        <section class="card">
          <p class="reason-text">{say(`other.${otherAdviceFor[kind]}`)}</p>
          <p>{say('other.not-followed')}</p>
        </section>
      </div>
      <div class="actions">
        <Closing />
        {state.settings.value.kiosk ? (
          <KioskFoot />
        ) : (
          <div class="action-row">
            <Button look="main" onPress={next}>
              {say(state.camera.value ? 'result.next' : 'result.done')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
