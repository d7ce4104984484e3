import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'

/** Offers a newer version of the app, where nobody is in the middle of a check. */
export function AppUpdate(): JSX.Element | null {
  const { updates } = useSession().services
  const { say } = useSpeech()
  if (!updates.ready.value) return null
  return (
    <section class="card" aria-labelledby="app-update">
      <h2 id="app-update">{say('update.app')}</h2>
      <button type="button" class="button plain" data-update onClick={() => updates.agree()}>
        <span>{say('update.app-now')}</span>
      </button>
    </section>
  )
}
