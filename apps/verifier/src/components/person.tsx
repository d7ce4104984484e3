import type { Dcc } from '@vaxcert/core/dcc'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { birthText, nameText, passportName } from '../words/facts.ts'
import { Untrusted } from './untrusted.tsx'

/** The id of name and birth date on the screen, of which there is one. */
export const PERSON = 'person'

/** From this length on a name is written smaller, so that the birth date is still in sight. */
const LONG = 40

/** Whose certificate it is, large enough to be compared at arm's length. */
export function Person({ dcc }: { readonly dcc: Dcc }): JSX.Element {
  const { language, say } = useSpeech()
  const name = nameText(dcc.nam)
  const passport = passportName(dcc.nam)
  return (
    <dl class="person" id={PERSON}>
      <dt>{say('field.name')}</dt>
      <dd class={name.length > LONG ? 'person-name long' : 'person-name'}>
        <Untrusted text={name} />
      </dd>
      {passport !== '' && passport !== name && (
        <dd class="person-passport">
          <Untrusted text={passport} />
        </dd>
      )}
      <dt>{say('field.birth-date')}</dt>
      <dd class="person-birth">
        <Untrusted text={birthText(language, dcc.dob)} />
      </dd>
    </dl>
  )
}
