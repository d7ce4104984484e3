import { useEffect } from 'preact/hooks'
import { useSession } from './context.ts'
import type { Session } from './session.ts'

/** How often ages are reckoned anew, in milliseconds. */
const TICK = 30_000

/** What comes to the page from everywhere: hand scanner, drop, paste, and that nobody looks any more. */
export function useInputs(): void {
  const session = useSession()
  useEffect(() => listen(session), [session])
}

function listen(session: Session): () => void {
  const { services, state } = session
  const ending = new AbortController()
  const { signal } = ending
  document.addEventListener('visibilitychange', () => document.hidden && session.leave(), { signal })
  document.addEventListener('paste', (event) => take(session, event, event.clipboardData), { signal })
  document.addEventListener('drop', (event) => take(session, event, event.dataTransfer), { signal })
  document.addEventListener('dragover', (event) => event.preventDefault(), { signal })
  const endWedge = services.listenForWedge(document, (text) => void session.readText(text))
  const clock = setInterval(() => {
    state.now.value = services.now()
  }, TICK)
  return () => {
    ending.abort()
    endWedge()
    clearInterval(clock)
  }
}

/** The first file, else the text, unless somebody is typing. A page that is left to the browser would open the file. */
function take(session: Session, event: Event, data: DataTransfer | null): void {
  if (isTypedInto(event.target)) return
  event.preventDefault()
  if (session.services.lists.held.value === undefined) return
  const [file] = data?.files ?? []
  const text = data?.getData('text/plain').trim() ?? ''
  if (file) void session.readFile(file)
  else if (text !== '') void session.readText(text)
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
}
