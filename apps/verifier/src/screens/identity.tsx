import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { Button } from '../components/button.tsx'
import { Closing } from '../components/closing.tsx'
import { FileButton } from '../components/file-button.tsx'
import { Heading } from '../components/heading.tsx'
import { Notice } from '../components/notice.tsx'

/** Compares the certificate on the screen with an identity paper: a card by its code, a passport by its lines. */
export function IdentityScreen(): JSX.Element {
  const { scanPaper, backToResult, readFile } = useSession()
  const { say } = useSpeech()
  return (
    <div class="page">
      <Heading>{say('identity.title')}</Heading>
      <p>{say('identity.how')}</p>
      <Notice />
      <PassportForm />
      <div class="actions">
        <Closing />
        <div class="action-row">
          <Button icon="back" onPress={backToResult}>
            {say('app.back')}
          </Button>
          <FileButton label={say('scan.file')} accept="image/*,application/pdf" onFile={readFile} />
          <Button look="main" icon="card" onPress={scanPaper}>
            {say('identity.scan')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function PassportForm(): JSX.Element {
  const { comparePaper } = useSession()
  const { say } = useSpeech()
  const lines = useSignal('')
  const submit = (event: Event) => {
    event.preventDefault()
    void comparePaper(lines.value)
  }
  return (
    <form class="card" onSubmit={submit} autocomplete="off">
      <h2>{say('identity.type')}</h2>
      <label for="passport">{say('identity.line')}</label>
      <p class="small" id="passport-how">
        {say('identity.line-how')}
      </p>
      <textarea
        id="passport"
        class="typed"
        rows={4}
        spellcheck={false}
        autocapitalize="characters"
        autocomplete="off"
        aria-describedby="passport-how"
        value={lines}
        onInput={(event) => {
          lines.value = event.currentTarget.value
        }}
      />
      <button type="submit" class="button plain">
        <span>{say('identity.compare')}</span>
      </button>
    </form>
  )
}
