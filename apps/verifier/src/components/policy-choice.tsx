import type { Purpose } from '@vaxcert/core/trust'
import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import type { Policy } from '../judge/judge.ts'
import { countryText } from '../words/format.ts'
import { Choice } from './choice.tsx'

const purposes: readonly Purpose[] = ['venue', 'entry']

/** Whose country's rules there are in the lists at hand, and the one chosen even if its rules are gone. */
function countriesOf(rules: readonly { readonly country: string }[], policy: Policy): readonly string[] {
  const chosen = policy.kind === 'rules' ? [policy.country] : []
  return [...new Set([...rules.map(({ country }) => country), ...chosen])].toSorted()
}

/** Signature only, or the rules of a country for a purpose. */
export function PolicyChoice(): JSX.Element {
  const { state, services, change } = useSession()
  const { language, say } = useSpeech()
  const { policy } = state.settings.value
  const countries = countriesOf(services.lists.held.value?.rules ?? [], policy)
  const choose = (country: string) => {
    const purpose = policy.kind === 'rules' ? policy.purpose : 'venue'
    change({ policy: country === '' ? { kind: 'signature' } : { kind: 'rules', country, purpose } })
  }
  return (
    <>
      <Choice
        label={say('settings.country')}
        options={[
          ['', say('policy.signature')],
          ...countries.map((code) => [code, countryText(language, code)] as const),
        ]}
        chosen={policy.kind === 'rules' ? policy.country : ''}
        onChoose={choose}
      />
      {countries.length === 0 && <p class="small">{say('settings.no-rules')}</p>}
      {policy.kind === 'rules' && (
        <Choice
          label={say('settings.purpose')}
          options={purposes.map((purpose) => [purpose, say(`purpose.${purpose}`)])}
          chosen={policy.purpose}
          onChoose={(purpose) => change({ policy: { ...policy, purpose: purpose as Purpose } })}
        />
      )}
    </>
  )
}
