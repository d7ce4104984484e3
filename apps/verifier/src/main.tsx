import { render } from 'preact'
import { App } from './app/app.tsx'
import { browserServices } from './app/browser-services.ts'
import { createSession } from './app/session.ts'
import { browserLists } from './lists/browser-lists.ts'
import { trustOwnScriptsAlone } from './sw/trusted-scripts.ts'
import { watchUpdates } from './sw/updates.ts'
import './styles/index.css'

trustOwnScriptsAlone()
const lists = await browserLists()
const updates = watchUpdates(navigator.serviceWorker, {
  isFree: () => session.isFree(),
  reload: () => location.reload(),
})
const session = createSession(browserServices(lists, updates))
const starting = lists.start()
const place = document.getElementById('app')
if (place) render(<App session={session} />, place)
await starting
