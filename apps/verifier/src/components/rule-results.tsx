import type { RuleResult } from '@vaxcert/core/verify'
import { ruleDescription } from '@vaxcert/core/verify/rules'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { Icon, type IconName } from './icon.tsx'
import { Untrusted } from './untrusted.tsx'

const order: readonly RuleResult['outcome'][] = ['failed', 'open', 'passed']

const signs: Readonly<Record<RuleResult['outcome'], IconName>> = {
  passed: 'accepted',
  failed: 'refused',
  open: 'undecided',
}

/** What each rule demands and whether it is met; those that are not come first. */
export function RuleResults({ rules }: { readonly rules: readonly RuleResult[] }): JSX.Element {
  const { language, say } = useSpeech()
  const sorted = rules.toSorted((left, right) => order.indexOf(left.outcome) - order.indexOf(right.outcome))
  return (
    <section class="card" aria-labelledby="rules">
      <h2 id="rules">{say('result.rules')}</h2>
      <ul class="rules">
        {sorted.map((rule) => (
          <li key={`${rule.identifier} ${rule.version}`} class={rule.outcome}>
            <Icon name={signs[rule.outcome]} />
            <p>
              <strong>{say(`rule.${rule.outcome}`)}</strong> <Untrusted text={ruleDescription(rule, [language])} />{' '}
              <span class="small">
                <Untrusted text={rule.identifier} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
