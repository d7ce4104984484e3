import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { AppUpdate } from '../components/app-update.tsx'
import { Button } from '../components/button.tsx'
import { FileButton } from '../components/file-button.tsx'
import { Heading } from '../components/heading.tsx'
import { Icon } from '../components/icon.tsx'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { ListsWarning } from '../components/lists-warning.tsx'
import { Notice } from '../components/notice.tsx'
import { policyText } from '../words/policy.ts'

/** One large button; everything else is small beside it. */
export function StartScreen(): JSX.Element {
  const { state, services, startScan, readFile } = useSession()
  const { language, say } = useSpeech()
  return (
    <div class="page start">
      <Heading>{say('start.title')}</Heading>
      <p class="keeps-nothing">
        <Icon name="shield" />
        <span>
          {say('start.keeps-nothing')} {services.updates.offline.value && say('start.offline')}
        </span>
      </p>
      <ListsWarning />
      <AppUpdate />
      <section class="card" aria-labelledby="what">
        <h2 id="what">{say('policy.label')}</h2>
        <p class="large">{policyText(language, state.settings.value.policy)}</p>
      </section>
      <Notice />
      <div class="fill" />
      <LanguageSwitch />
      <div class="actions">
        <p class="small for-desks">{say('start.drop')}</p>
        <FileButton label={say('start.file')} accept="image/*,application/pdf" onFile={readFile} />
        <Button look="main" icon="other" onPress={startScan}>
          {say('start.scan')}
        </Button>
      </div>
    </div>
  )
}
