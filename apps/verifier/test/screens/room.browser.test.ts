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
    const pressed = [...place.querySelectorAll<HTMLElement>('button, .button, .option, select, summary')]
    const small = pressed.filter((element) => element.offsetParent !== null && element.offsetHeight < 48)
    expect(small.map(({ className, textContent }) => `${className} ${textContent}`)).toEqual([])
  })
})
