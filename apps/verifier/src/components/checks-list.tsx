import type { Check } from '@vaxcert/core/verify'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { Icon, type IconName } from './icon.tsx'

const signs: Readonly<Record<Check['outcome'], IconName | undefined>> = {
  passed: 'accepted',
  failed: 'refused',
  skipped: undefined,
}

/** The checks in the order in which they are made, and what came of each. */
export function ChecksList({ checks }: { readonly checks: readonly Check[] }): JSX.Element {
  const { say } = useSpeech()
  return (
    <ol class="checks">
      {checks.map(({ name, outcome, code }) => {
        const sign = signs[outcome]
        return (
          <li key={name} class={outcome}>
            {sign ? <Icon name={sign} /> : <span class="icon" />}
            <span>{say(`check.${name}`)}</span>
            <span class="check-outcome">
              {say(`outcome.${outcome}`)}
              {code && ` (${code})`}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
