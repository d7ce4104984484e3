import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { type Display, displays, resultSeconds } from '../app/settings.ts'
import { Choice } from '../components/choice.tsx'
import { Heading } from '../components/heading.tsx'
import { LanguageSwitch } from '../components/language-switch.tsx'
import { PolicyChoice } from '../components/policy-choice.tsx'
import { Switch } from '../components/switch.tsx'
import { numberText } from '../words/format.ts'

/** How this device is used. Every change counts at once. */
export function SettingsScreen(): JSX.Element {
  const { say } = useSpeech()
  return (
    <div class="page">
      <Heading>{say('settings.title')}</Heading>
      <section class="card" aria-labelledby="language">
        <h2 id="language">{say('app.language')}</h2>
        <LanguageSwitch />
      </section>
      <section class="card" aria-labelledby="policy">
        <h2 id="policy">{say('policy.label')}</h2>
        <PolicyChoice />
      </section>
      <Results />
      <Device />
    </div>
  )
}

function Results(): JSX.Element {
  const { state, services, change } = useSession()
  const { language, say } = useSpeech()
  const { sound, vibration, resultSeconds: chosen, continuous } = state.settings.value
  /** Whoever turns a sign on gets to know it. */
  const turn = (signs: { readonly sound?: boolean; readonly vibration?: boolean }) => {
    change(signs)
    services.giveSign('accepted', { ...state.settings.value, sound: false, vibration: false, ...signs })
  }
  return (
    <section class="card" aria-labelledby="results">
      <h2 id="results">{say('settings.feedback')}</h2>
      <Switch label={say('settings.sound')} on={sound} onChange={(on) => turn({ sound: on })} />
      <Switch label={say('settings.vibration')} on={vibration} onChange={(on) => turn({ vibration: on })} />
      <Choice
        label={say('settings.seconds')}
        options={resultSeconds.map((n) => [String(n), say('settings.seconds-n', { n: numberText(language, n) })])}
        chosen={String(chosen)}
        onChoose={(value) => change({ resultSeconds: Number(value) })}
      />
      <p class="small">{say('settings.seconds-why')}</p>
      <Switch
        label={say('settings.continuous')}
        why={say('settings.continuous-why')}
        on={continuous}
        onChange={(on) => change({ continuous: on })}
      />
    </section>
  )
}

function Device(): JSX.Element {
  const { state, change } = useSession()
  const { say } = useSpeech()
  const { display, kiosk } = state.settings.value
  return (
    <section class="card" aria-labelledby="device">
      <h2 id="device">{say('settings.device')}</h2>
      <Choice
        label={say('settings.display')}
        options={displays.map((each) => [each, say(`display.${each}`)])}
        chosen={display}
        onChoose={(value) => change({ display: value as Display })}
      />
      <Switch
        label={say('settings.kiosk')}
        why={say('settings.kiosk-why')}
        on={kiosk}
        onChange={(on) => change({ kiosk: on })}
      />
    </section>
  )
}
