import type { Page } from './chromium.ts'

/** How a file gets into the page. */
export type Way = 'choose' | 'drop' | 'paste'

/** Hands a picture over, as a person would. */
export async function handOver(page: Page, picture: Uint8Array, way: Way): Promise<void> {
  const buffer = Buffer.from(picture)
  if (way === 'choose') {
    const field = page.locator('input[type=file][accept*=image]').first()
    await field.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
    return
  }
  await page.evaluate(
    ([bytes, kind]) => {
      const brought = new DataTransfer()
      brought.items.add(new File([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))], 'a.png'))
      const how = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', { ...how, dataTransfer: brought })
          : new ClipboardEvent('paste', { ...how, clipboardData: brought }),
      )
    },
    [buffer.toString('base64'), way] as const,
  )
}

/** Where each character lies on a US keyboard, as far as codes of ours need it. */
const places: Readonly<Record<string, readonly [code: string, shifted: boolean]>> = {
  ' ': ['Space', false],
  $: ['Digit4', true],
  '%': ['Digit5', true],
  '*': ['Digit8', true],
  '+': ['Equal', true],
  '-': ['Minus', false],
  '.': ['Period', false],
  '/': ['Slash', false],
  ':': ['Semicolon', true],
}

export interface Scanner {
  readonly ends: readonly ('Enter' | 'Tab')[]
  /** What the layout of the device, its input method or Caps Lock makes of a character. */
  readonly keyOf?: (character: string, code: string) => string
}

/** Types a text as a hand scanner does, without a pause: events of the browser's own, trusted ones. */
export async function typeAsScanner(page: Page, text: string, { ends, keyOf }: Scanner): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const sent: Promise<unknown>[] = []
  for (const character of text) {
    const [code, shifted] = places[character] ?? placeOf(character)
    const key = keyOf?.(character, code) ?? character
    const how = { code, key, modifiers: shifted ? 8 : 0 }
    // Not waited for one by one: a busy machine would make pauses of it.
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...how, text: key }))
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...how }))
  }
  for (const end of ends) {
    const how = { key: end, code: end, ...(end === 'Enter' && { text: '\r' }) }
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...how }))
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...how }))
  }
  await Promise.all(sent)
  await devtools.detach()
}

function placeOf(character: string): readonly [code: string, shifted: boolean] {
  const isLetter = /[a-z]/i.test(character)
  return [isLetter ? `Key${character.toUpperCase()}` : `Digit${character}`, /[A-Z]/.test(character)]
}
