import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HOLD } from '../../src/components/hold-button.tsx'
import { sign, vaccination } from '../app/certificates.ts'
import { type Scene, scenes } from '../app/scenes.ts'
import { session } from '../app/world.ts'
import { clear, show } from './show.ts'

afterEach(clear)

const heading = () => document.querySelector('h1')?.textContent

/** Everything that Tab comes to on this screen, from its beginning, and whether the eye could tell. */
async function tabStops(place: HTMLElement): Promise<ReadonlyMap<Element, boolean>> {
  const stops = new Map<Element, boolean>()
  place.tabIndex = -1
  place.focus()
  for (;;) {
    await userEvent.tab()
    const at = document.activeElement
    if (at === null || at === place || !place.contains(at) || stops.has(at)) return stops
    stops.set(at, at.matches(':focus-visible') && showsFocus(at))
  }
}

/** What a finger can press there, without what lies folded away; of radio buttons the chosen one counts. */
function pressable(place: HTMLElement): readonly HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('a[href], button:enabled, input, select, textarea, summary')].filter(
    (element) => {
      const isOtherRadio = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked
      return !isOtherRadio && element.closest('[inert], [hidden]') === null
    },
  )
}

/** The outline may lie on the label around a field. */
function showsFocus(element: Element): boolean {
  return [element, element.closest('label')].some(
    (each) => each !== null && getComputedStyle(each).outlineStyle !== 'none',
  )
}

describe('Keys alone', () => {
  it.each(Object.keys(scenes))('reach all that can be pressed on %s, and show where they are', async (name) => {
    await page.viewport(390, 844)
    const place = await show(await (scenes[name] as Scene)({}))
    const stops = await tabStops(place)
    const missed = pressable(place).filter((element) => !stops.has(element))
    expect(missed.map(({ outerHTML }) => outerHTML)).toEqual([])
    const unseen = [...stops].filter(([, isSeen]) => !isSeen)
    expect(unseen.map(([element]) => element.outerHTML)).toEqual([])
  })

  it('walk from the start through settings to a result and its identity paper, and back', async () => {
    const made = session({ language: 'en' })
    const place = await show(made)
    // A new screen takes the focus to its heading once it is drawn; what is pressed before that goes to the heading.
    const press = async (name: string) => {
      await expect.poll(() => document.activeElement?.tagName).toBe('H1')
      place.querySelectorAll<HTMLButtonElement>('button').forEach((button) => {
        if (button.textContent?.trim() === name) button.focus()
      })
      await userEvent.keyboard('{Enter}')
    }
    await press('Settings')
    await expect.poll(() => heading()).toBe('Settings')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => heading()).toBe('Check a vaccination certificate')
    await press('Scan')
    await expect.poll(() => made.state.screen.value).toBe('scan')
    await made.readText(await sign(vaccination()))
    await expect.poll(() => document.activeElement?.textContent).toBe('Accepted')
    await press('Compare')
    await expect.poll(() => heading()).toBe('Compare with the identity document')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement?.textContent).toBe('Accepted')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => [made.state.screen.value, made.state.shown.value]).toEqual(['scan', undefined])
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => made.state.screen.value).toBe('start')
  })
})

describe('With the focus on the answer a screen reader says', () => {
  /** What is read after the heading. */
  function description(): string {
    const ids = document.querySelector('h1')?.getAttribute('aria-describedby')?.split(' ') ?? []
    const parts = ids.map((id) => document.getElementById(id))
    return parts.map((part) => part?.getAttribute('aria-label') ?? part?.textContent).join(' ')
  }

  it('who is accepted, what it means, and how the screen looks', async () => {
    await show(await (scenes.accepted as Scene)({ language: 'en' }))
    expect(heading()).toBe('Accepted')
    expect(description()).toContain('Nguyễn Thị Ngọc Ánh')
    expect(description()).toContain('12 Mar 1990')
    expect(description()).toContain('Green screen, tick.')
  })

  it('no name where the certificate is not accepted', async () => {
    await show(await (scenes['refused-rules'] as Scene)({ language: 'en' }))
    expect(description()).not.toContain('Nguyễn')
    expect(description()).toContain('Red screen, cross.')
  })

  it('nothing twice: no live region repeats it', async () => {
    const place = await show(await (scenes.compared as Scene)({ language: 'vi' }))
    const live = [...place.querySelectorAll('[role="status"], [role="alert"], [aria-live]')]
    expect(live.map(({ textContent }) => textContent?.trim()).filter(Boolean)).toEqual([])
  })
})

it('The title of the page names the screen, and never what came of a check', async () => {
  const made = session({ language: 'en' })
  await show(made)
  expect(document.title).toBe('Certificate check')
  await made.readText(await sign(vaccination()))
  await expect.poll(() => document.title).toBe('Result – Certificate check')
})

describe('At a gate', () => {
  const leave = () => document.querySelector<HTMLButtonElement>('.hold') as HTMLButtonElement

  it.each(['scan-kiosk', 'gate-accepted', 'gate-repeated', 'gate-refused', 'gate-other'])(
    'nothing but the button to leave can be pressed on %s',
    async (name) => {
      const place = await show(await (scenes[name] as Scene)({}))
      const found = pressable(place).map(({ className }) => className)
      expect(found).toEqual(['skip', 'hold'])
    },
  )

  it('a short press leaves nothing, a long one does', async () => {
    const made = await (scenes['scan-kiosk'] as Scene)({})
    await show(made)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      leave().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
      vi.advanceTimersByTime(HOLD - 1)
      leave().dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
      vi.advanceTimersByTime(HOLD)
      expect(made.state.screen.value).toBe('scan')
      leave().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      vi.advanceTimersByTime(HOLD)
      expect(made.state.screen.value).toBe('start')
    } finally {
      vi.useRealTimers()
    }
  })

  it('Escape does not leave either, and a certificate that just came is told apart', async () => {
    const made = await (scenes['scan-kiosk'] as Scene)({})
    await show(made)
    await userEvent.keyboard('{Escape}')
    expect(made.state.screen.value).toBe('scan')
    await show(await (scenes['gate-repeated'] as Scene)({ language: 'en' }))
    expect(heading()).toBe('Scanned before')
  })
})
