import { useEffect } from 'preact/hooks'
import { useSession, useSpeech } from './context.ts'

/** Tells the document the language, the title and how to look. */
export function useDisplay(): void {
  const { state } = useSession()
  const { language, say } = useSpeech()
  const { display, kiosk } = state.settings.value
  const root = document.documentElement
  useEffect(() => {
    root.lang = language
    document.title = say('app.name')
  })
  useEffect(() => {
    root.dataset.display = display
    root.classList.toggle('kiosk', kiosk)
  }, [root, display, kiosk])
}
