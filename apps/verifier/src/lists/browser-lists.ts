import type { Lists } from './lists.ts'
import { openLists } from './open-lists.ts'
import { readSettings, type Settings } from './settings.ts'
import { webSource } from './sources/web-source.ts'
import { storeOrMemory } from './store/choose-store.ts'

const HALF_AN_HOUR = 1_800_000

/** The lists of this browser, as this deployment of the app wants them. */
export async function browserLists(): Promise<Lists> {
  let settings: Promise<Settings> | undefined
  /** Asked again after a failure. */
  const read = () => {
    settings ??= readSettings(document.baseURI).catch((error: unknown) => {
      settings = undefined
      throw error
    })
    return settings
  }
  return openLists({
    store: await storeOrMemory(),
    pinned: async () => (await read()).pinned,
    source: async () => webSource((await read()).address),
    now: () => new Date(),
    often,
  })
}

/** Now, every half hour, when a network comes, and when somebody looks again after the device slept through that. */
function often(look: () => void): void {
  let last = Date.now()
  const lookNow = () => {
    last = Date.now()
    look()
  }
  const lookAgain = () => !document.hidden && Math.abs(Date.now() - last) >= HALF_AN_HOUR && lookNow()
  lookNow()
  setInterval(lookNow, HALF_AN_HOUR)
  addEventListener('online', lookNow)
  document.addEventListener('visibilitychange', lookAgain)
}
