import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useSession, useSpeech } from '../app/context.ts'
import type { Outcome } from '../app/services.ts'
import type { LastChecks } from '../app/state.ts'
import { Button } from '../components/button.tsx'
import { ChecksList } from '../components/checks-list.tsx'
import { Line } from '../components/facts.tsx'
import { Heading } from '../components/heading.tsx'
import { momentText, numberText } from '../words/format.ts'
import type { WordKey } from '../words/words.ts'

/** For whoever answers questions: what was checked, how many, and what support may know. Nothing of any person. */
export function SupervisorScreen(): JSX.Element {
  const { state, services } = useSession()
  const { say } = useSpeech()
  const last = state.lastChecks.value
  return (
    <div class="page">
      <Heading>{say('supervisor.title')}</Heading>
      <section class="card" aria-labelledby="checks">
        <h2 id="checks">{say('supervisor.checks')}</h2>
        {last === undefined ? <p>{say('supervisor.no-checks')}</p> : <LastOne last={last} />}
      </section>
      <ShiftCounts />
      <Support />
      <p class="small">{say('supervisor.build', { build: services.updates.build })}</p>
    </div>
  )
}

function LastOne({ last: { at, code, checks } }: { readonly last: LastChecks }): JSX.Element {
  const { language, say } = useSpeech()
  return (
    <>
      <p class="small">
        {momentText(language, at)}
        {code !== undefined && ` · ${say('result.code', { code })}`}
      </p>
      <ChecksList checks={checks} />
    </>
  )
}

const outcomes: readonly Outcome[] = ['accepted', 'refused', 'undecided', 'other']

function ShiftCounts(): JSX.Element {
  const { services } = useSession()
  const { language, say } = useSpeech()
  const counts = services.shift.counts.value
  return (
    <section class="card" aria-labelledby="shift">
      <h2 id="shift">{say('supervisor.shift')}</h2>
      <dl class="facts counts">
        {outcomes.map((outcome) => (
          <Line key={outcome} label={say(`count.${outcome}`)}>
            {numberText(language, counts[outcome])}
          </Line>
        ))}
      </dl>
      <Button onPress={() => services.shift.reset()}>{say('supervisor.reset')}</Button>
    </section>
  )
}

function Support(): JSX.Element {
  const { state, services } = useSession()
  const { say } = useSpeech()
  const told = useSignal<WordKey | undefined>(undefined)
  const { settings, lastChecks, now } = state
  const bundle = useSignal('')
  const [chosen, checks, at] = [settings.value, lastChecks.value, now.value]
  useEffect(() => {
    void services.supportText({ settings: chosen, checks, at }).then((text) => {
      bundle.value = text
    })
  }, [services, bundle, chosen, checks, at])
  const text = bundle.value
  const copy = async () => {
    told.value = await navigator.clipboard.writeText(text).then(
      () => 'supervisor.copied' as const,
      () => 'supervisor.not-copied' as const,
    )
  }
  return (
    <section class="card" aria-labelledby="support">
      <h2 id="support">{say('supervisor.support')}</h2>
      <p>{say('supervisor.support-why')}</p>
      <textarea class="typed" readOnly rows={8} value={text} aria-labelledby="support" />
      <p class="small" role="status">
        {told.value && say(told.value)}
      </p>
      <div class="action-row">
        <Button onPress={copy}>{say('supervisor.copy')}</Button>
        <Button onPress={() => download(text)}>{say('supervisor.download')}</Button>
      </div>
    </section>
  )
}

/** Saves a text as a file, through an address of this page alone. */
function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'vaxcert-support.txt'
  link.click()
  URL.revokeObjectURL(address)
}
