import { useEffect } from 'preact/hooks'
import { useSession } from './context.ts'
import type { Session } from './session.ts'

/** How often ages are reckoned anew, in milliseconds. */
const TICK = 30_000

/** What comes to the page from everywhere: hand scanner, drop, paste, that nobody looks any more, and errors. */
export function useInputs(): void {
  const session = useSession()
  useEffect(() => listen(session), [session])
}

function listen(session: Session): () => void {
  const { services, state } = session
  const ending = new AbortController()
  const { signal } = ending
  const take = (text: string) => takeText(session, text)
  document.addEventListener('visibilitychange', () => document.hidden && session.leave(), { signal })
  window.addEventListener('error', session.fail, { signal })
  window.addEventListener('unhandledrejection', session.fail, { signal })
  document.addEventListener('paste', (event) => pastedText(event, take), { signal })
  const endWedge = services.listenForWedge(document, take)
  const endFiles = services.listenForFiles(document, (file) => void (canRead(session) && session.readFile(file)))
  const clock = setInterval(() => {
    state.now.value = services.now()
  }, TICK)
  return () => {
    ending.abort()
    endWedge()
    endFiles()
    clearInterval(clock)
  }
}

/** Without lists nothing is looked at. */
function canRead({ services }: Session): boolean {
  return services.lists.held.value !== undefined
}

function takeText(session: Session, text: string): void {
  if (canRead(session)) void session.readText(text.trim())
}

/** A text that is pasted, unless into a field. */
function pastedText(event: ClipboardEvent, take: (text: string) => void): void {
  if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (text.trim() !== '' && event.clipboardData?.files.length === 0) take(text)
}
