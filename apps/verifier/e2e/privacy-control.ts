import type { Needles } from './canaries.ts'
import type { Page } from './chromium.ts'

const CONTROL = 'Kontrollwortqx'

/** Puts a word into every place that is searched; gives what to look for then. */
export async function plantControl(page: Page): Promise<Needles> {
  await page.evaluate(async (word) => {
    localStorage.setItem('control', word)
    await (await caches.open('control')).put(`/${word}`, new Response(word))
    await new Promise((resolve) => {
      const opened = indexedDB.open('control', 1)
      opened.onupgradeneeded = () => opened.result.createObjectStore('all').put(word, word)
      opened.onsuccess = resolve
    })
    history.pushState(null, '', `#${word}`)
    // A browser writes its history a little later.
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }, CONTROL)
  return new Map([['control', Buffer.from(CONTROL)]])
}

/** The needles as words of a heap. */
export function wordsOf(needles: Needles): readonly string[] {
  return [...needles].flatMap(([label, bytes]) => (label.endsWith('UTF-16') ? [] : [bytes.toString()]))
}
