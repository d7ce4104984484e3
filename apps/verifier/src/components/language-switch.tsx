import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { getWords } from '../words/loaded.ts'
import type { Language } from '../words/words.ts'

/** Each language in its own words. */
const names: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** Speaks another language as soon as its words are here. */
export function LanguageSwitch(): JSX.Element {
  const { change } = useSession()
  const { language, say } = useSpeech()
  const isMissing = useSignal(false)
  const choose = async (chosen: Language) => {
    isMissing.value = false
    await getWords(chosen).then(
      () => change({ language: chosen }),
      () => {
        isMissing.value = true
      },
    )
  }
  return (
    <>
      <fieldset class="choice row">
        <legend class="hidden">{say('app.language')}</legend>
        {(Object.keys(names) as Language[]).map((each) => (
          <label key={each} class="option" lang={each}>
            <input type="radio" name="language" checked={each === language} onChange={() => choose(each)} />
            <span>{names[each]}</span>
          </label>
        ))}
      </fieldset>
      <p class={isMissing.value ? 'notice' : 'notice empty'} role="status">
        {isMissing.value && say('part.missing')}
      </p>
    </>
  )
}
