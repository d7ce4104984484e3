import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { AppUpdate } from '../components/app-update.tsx'
import { Heading } from '../components/heading.tsx'
import { Icon } from '../components/icon.tsx'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { ListActions, ListsTroubleText, useListUpdate } from '../components/list-actions.tsx'

/** Before the first lists: nothing can be scanned, and it says why. */
export function FirstRunScreen(): JSX.Element {
  const { say } = useSpeech()
  const update = useListUpdate()
  return (
    <div class="page start">
      <Heading>{say('first.title')}</Heading>
      <p class="large">{say('first.why')}</p>
      <p class="keeps-nothing">
        <Icon name="shield" /> {say('start.keeps-nothing')}
      </p>
      <AppUpdate />
      <ListsTroubleText update={update} />
      <div class="fill" />
      <LanguageSwitch />
      <ListActions update={update} updateLabel={say('first.get')} fileLabel={say('first.from-file')} />
    </div>
  )
}
