import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { stillInUse } from './list-actions.tsx'

/** Says where scanning begins what is wrong with what this device keeps: it works now, and may not the next time. */
export function ListsWarning(): JSX.Element | null {
  const { services } = useSession()
  const { say } = useSpeech()
  const trouble = services.lists.trouble.value
  if (trouble === undefined || !(trouble.startsWith('store.') || trouble === 'held.damaged')) return null
  return (
    <div class="notice bad" role="status">
      <p>{say(`lists-trouble.${trouble}`)}</p>
      <p>{say(stillInUse(trouble))}</p>
    </div>
  )
}
