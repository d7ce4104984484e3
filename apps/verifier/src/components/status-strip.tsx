import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { listsState, listsText } from '../words/lists-state.ts'
import { policyText } from '../words/policy.ts'

/** What is checked, and how old the lists are: on every screen, always. */
export function StatusStrip(): JSX.Element {
  const { state, services } = useSession()
  const { language, say } = useSpeech()
  const age = services.lists.age(state.now.value)
  return (
    <div class="status">
      {state.screen.value !== 'start' && (
        <p class="policy">
          <span class="hidden">{say('policy.label')}: </span>
          {policyText(language, state.settings.value.policy)}
        </p>
      )}
      <p class={`lists-age ${listsState(age)}`}>{listsText(language, age)}</p>
    </div>
  )
}
