import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import type { Comparison } from '../app/state.ts'
import type { FieldMatch } from '../identity/compare.ts'
import { Icon, type IconName } from './icon.tsx'

const signs: Readonly<Record<FieldMatch['outcome'], IconName>> = {
  same: 'accepted',
  similar: 'undecided',
  different: 'refused',
  unknown: 'undecided',
}

/** What agrees between certificate and identity paper, field by field. */
export function ComparisonResult({ comparison: { paper, matches } }: { comparison: Comparison }): JSX.Element {
  const { say } = useSpeech()
  const overall = overallOf(matches)
  return (
    <section class="card" aria-labelledby="comparison">
      <h2 id="comparison">{say(overallWords[overall])}</h2>
      <ul class="matches">
        {matches.map(({ field, outcome, why }) => (
          <li key={field} class={outcome}>
            <Icon name={signs[outcome]} />
            <span>{say(`field.${field}`)}</span> <strong>{say(`match.${outcome}`)}</strong>
            {why && <p class="small match-why">{say(`match-reason.${why}`)}</p>}
          </li>
        ))}
      </ul>
      <p class="small">{say('identity.result', { paper: say(`paper.${paper}`) })}</p>
      <p class="small">{say('identity.kept')}</p>
    </section>
  )
}

export type Overall = 'same' | 'check' | 'different'

const overallWords = { same: 'identity.same', check: 'identity.check', different: 'identity.not-same' } as const

/** One field that differs is enough; all must be the same for all to be the same. */
export function overallOf(matches: readonly FieldMatch[]): Overall {
  if (matches.some(({ outcome }) => outcome === 'different')) return 'different'
  return matches.length > 0 && matches.every(({ outcome }) => outcome === 'same') ? 'same' : 'check'
}
