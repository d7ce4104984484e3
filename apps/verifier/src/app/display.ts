import { useEffect } from 'preact/hooks'
import type { WordKey } from '../words/words.ts'
import { useSession, useSpeech } from './context.ts'
import type { ScreenName } from './state.ts'

/** What the page is called on each screen. A browser keeps titles: none tells what came of a check. */
const titles: Readonly<Record<ScreenName, WordKey | undefined>> = {
  start: undefined,
  scan: 'scan.title',
  result: 'result.title',
  other: 'result.title',
  identity: 'identity.title',
  lists: 'lists.title',
  supervisor: 'supervisor.title',
  settings: 'settings.title',
  broken: 'broken.title',
}

/** Tells the document the language, the title and how to look. */
export function useDisplay(): void {
  const { state } = useSession()
  const { language, say } = useSpeech()
  const { display, kiosk } = state.settings.value
  const root = document.documentElement
  const title = titles[state.screen.value]
  useEffect(() => {
    root.lang = language
    document.title = title === undefined ? say('app.name') : `${say(title)} – ${say('app.name')}`
  })
  useEffect(() => {
    root.dataset.display = display
    root.classList.toggle('kiosk', kiosk)
  }, [root, display, kiosk])
}
