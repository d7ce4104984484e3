import type { Verdict } from '@vaxcert/core/verify'
import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'

interface WarningsProps {
  readonly verdict: Verdict
}

/** What an answer must be told with. */
export function Warnings({ verdict }: WarningsProps): JSX.Element | null {
  const { services } = useSession()
  const { say } = useSpeech()
  const isSample = services.lists.held.value?.root.environment === 'test'
  const sentences = [
    ...(verdict.kind === 'accepted' ? verdict.warnings.map((warning) => say(`warning.${warning}`)) : []),
    ...(isSample ? [`${say('lists.sample')}: ${say('lists.sample-why')}`] : []),
  ]
  if (sentences.length === 0) return null
  return (
    <ul class="card warnings" aria-label={say('result.warning')}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
