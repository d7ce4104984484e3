import type { Warning } from '@vaxcert/core/verify'
import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import type { Judgement } from '../judge/judge.ts'
import { outsideRecoveryDates } from '../judge/recovery-dates.ts'

interface WarningsProps {
  readonly judgement: Judgement
}

/** What an answer must be told with. */
export function Warnings({ judgement }: WarningsProps): JSX.Element | null {
  const { services } = useSession()
  const { say } = useSpeech()
  const isSample = services.lists.held.value?.root.environment === 'test'
  const sentences = [
    ...warningsOf(judgement).map((warning) => say(`warning.${warning}`)),
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

/** What is right with an accepted certificate, and yet must be known. */
function warningsOf({ verdict, at }: Judgement): readonly (Warning | 'recovery-early' | 'recovery-over')[] {
  if (verdict.kind !== 'accepted') return []
  const outside = outsideRecoveryDates(verdict.dcc.claims.dcc, at)
  return outside === undefined ? verdict.warnings : [outside, ...verdict.warnings]
}
