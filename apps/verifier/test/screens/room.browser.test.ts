import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { Language } from '../../src/words/words.ts'
import { scenes } from '../app/scenes.ts'
import { clear, show } from './show.ts'

const root = document.documentElement

beforeEach(() => page.viewport(320, 640))
afterEach(() => {
  clear()
  root.style.removeProperty('font-size')
})

const languages: readonly Language[] = ['vi', 'en']

/** What sticks out of the page to the right, or has text that does not fit. */
function tooWide(place: HTMLElement): readonly string[] {
  const all = [...place.querySelectorAll<HTMLElement>('*')].filter(
    (element) => !element.closest('.hidden, .skip, .round-label, svg'),
  )
  return all
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
    .map(({ tagName, className }) => `${tagName} ${className}`)
}

describe.each(languages)('In %s', (language) => {
  it.each(Object.keys(scenes))('%s fits into 320 pixels', async (name) => {
    const place = await show(await (scenes[name] as (typeof scenes)[string])({ language }))
    expect(tooWide(place)).toEqual([])
    expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth)
  })

  it.each(Object.keys(scenes))('%s fits with letters twice as large', async (name) => {
    root.style.fontSize = '200%'
    const place = await show(await (scenes[name] as (typeof scenes)[string])({ language }))
    expect(tooWide(place)).toEqual([])
    expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth)
  })

  it.each(Object.keys(scenes))('everything to press on %s is 48 pixels high', async (name) => {
    const place = await show(await (scenes[name] as (typeof scenes)[string])({ language }))
    const pressed = [
      ...place.querySelectorAll<HTMLElement>('button, .button, .option, select, summary, input[type=range]'),
    ]
    const small = pressed.filter((element) => element.offsetParent !== null && element.offsetHeight < 48)
    expect(small.map(({ className, textContent }) => `${className} ${textContent}`)).toEqual([])
  })
})

const windows: readonly (readonly [width: number, height: number])[] = [
  [320, 256],
  [844, 390],
  [768, 1024],
  [1280, 800],
]

describe('In every window', () => {
  it.each(windows)('of %i by %i pixels every scene fits', async (width, height) => {
    await page.viewport(width, height)
    for (const [name, scene] of Object.entries(scenes)) {
      const place = await show(await scene({ language: 'vi' }))
      expect([name, tooWide(place)]).toEqual([name, []])
      expect(root.scrollWidth, name).toBeLessThanOrEqual(root.clientWidth)
    }
  })
})

/** Whether all of it is on the screen before anybody scrolls. */
function isInSight(element: Element | null): boolean {
  const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
  return top >= 0 && bottom <= window.innerHeight
}

describe('Before anybody scrolls', () => {
  it.each([
    [320, 568],
    [360, 640],
    [390, 844],
    [667, 375],
    [844, 390],
    [1280, 800],
  ])('a window of %i by %i pixels shows the answer, the lists and what to press next', async (width, height) => {
    await page.viewport(width, height)
    for (const [name, scene] of Object.entries(scenes)) {
      const place = await show(await scene({ language: 'vi' }))
      const wanted = ['.verdict-word', '.lists-age', '.policy', '.verdict-at', '.actions .button.main', '.hold']
      const there = wanted.filter((selector) => place.querySelector(selector) !== null)
      const hidden = there.filter((selector) => !isInSight(place.querySelector(selector)))
      expect([name, hidden]).toEqual([name, []])
    }
  })
})

/** How many lines the letters of a text take. */
function linesOf(text: ChildNode): number {
  const range = document.createRange()
  range.selectNodeContents(text)
  return new Set([...range.getClientRects()].map(({ top }) => top)).size
}

describe.each([320, 360, 390])('On a phone of %i pixels', (width) => {
  beforeEach(() => page.viewport(width, 640))

  it.each(['lists', 'supervisor', 'settings'])('all buttons in the head of %s stand in one row', async (name) => {
    for (const language of languages) {
      const place = await show(await (scenes[name] as (typeof scenes)[string])({ language }))
      const buttons = [...place.querySelectorAll('.header button')]
      expect(buttons).toHaveLength(4)
      expect(new Set(buttons.map((button) => button.getBoundingClientRect().top)).size).toBe(1)
    }
  })

  it('the code of a check that failed is not broken', async () => {
    const place = await show(await (scenes.supervisor as (typeof scenes)[string])({ language: 'vi' }))
    const codes = [...(place.querySelector('.checks .failed .check-outcome')?.childNodes ?? [])]
    const code = codes.find(({ textContent }) => textContent?.includes('signature.mismatch'))
    expect(code && linesOf(code)).toBe(1)
  })
})
