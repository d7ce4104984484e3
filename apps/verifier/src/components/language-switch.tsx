import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import type { Language } from '../words/words.ts'

/** Each language in its own words. */
const names: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

export function LanguageSwitch(): JSX.Element {
  const { change } = useSession()
  const { language, say } = useSpeech()
  return (
    <fieldset class="choice row">
      <legend class="hidden">{say('app.language')}</legend>
      {(Object.keys(names) as Language[]).map((each) => (
        <label key={each} class="option" lang={each}>
          <input type="radio" name="language" checked={each === language} onChange={() => change({ language: each })} />
          <span>{names[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
