import { type Context, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Gaps, type Language, sayIn, type WordKey } from '../words/words.ts'
import type { Session } from './session.ts'

export const SessionContext: Context<Session | undefined> = createContext<Session | undefined>(undefined)

/** The session of the page. @throws TypeError outside of one: a programmer's mistake */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new TypeError('no session around this component')
  return session
}

/** Speaks the language of the settings; whoever uses it is drawn anew when the language changes. */
export interface Speech {
  readonly language: Language
  say(key: WordKey, gaps?: Gaps): string
}

export function useSpeech(): Speech {
  const { language } = useSession().state.settings.value
  return { language, say: (key, gaps) => sayIn(language, key, gaps) }
}
