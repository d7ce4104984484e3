import { render } from 'preact'
import { App } from './app/app.tsx'
import { browserServices, browserSettings } from './app/browser-services.ts'
import { createSession, type Session } from './app/session.ts'
import { browserLists } from './lists/browser-lists.ts'
import { getAllParts } from './parts/parts.ts'
import { trustOwnScriptsAlone } from './sw/trusted-scripts.ts'
import { watchUpdates } from './sw/updates.ts'
import { getWords } from './words/loaded.ts'
import './styles/index.css'

/** Lists that are kept are read in a blink; a network that hangs is not waited for. In milliseconds. */
const LONGEST_OPENING = 1500
const LONGEST_SETTLING = 10_000

// Not awaited at the top: a part that imports from this file would wait for it, and it for the part.
void open()

/** Until the first screen is drawn, index.html says that the app is opening, and what to do when it does not. */
async function open(): Promise<void> {
  trustOwnScriptsAlone()
  const settings = browserSettings()
  const [lists] = await Promise.all([browserLists(), getWords(settings.current.peek().language)])
  const drawn = Promise.race([lists.start(), pause(LONGEST_OPENING)]).then(() => draw(session))
  const updates = watchUpdates(navigator.serviceWorker, {
    isFree: () => session.isFree(),
    reload: () => location.reload(),
    settled: drawn.then(() => Promise.race([getAllParts(), pause(LONGEST_SETTLING)])),
  })
  const session = createSession(browserServices(settings, lists, updates))
}

/** Resolves when the browser may have painted it. */
function draw(session: Session): Promise<void> {
  const place = document.getElementById('app')
  place?.replaceChildren()
  if (place) render(<App session={session} />, place)
  return pause(0)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
