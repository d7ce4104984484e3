import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { Language } from '../../src/words/words.ts'
import { type Scene, scenes } from '../app/scenes.ts'
import { clear, show } from './show.ts'

/** So high that nothing lies behind what sticks to the edges. */
beforeEach(() => page.viewport(390, 2400))
afterEach(clear)

const languages: readonly Language[] = ['vi', 'en']

type Finding = readonly [rule: string, nodes: readonly string[]]

/** What axe is sure of, and what it leaves to a person. No rule is switched off. */
async function lookAt(options: axe.RunOptions = {}): Promise<Record<'violations' | 'incomplete', readonly Finding[]>> {
  const found = await axe.run(document, { resultTypes: ['violations', 'incomplete'], ...options })
  const brief = (results: readonly axe.Result[]): readonly Finding[] =>
    results.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
  return { violations: brief(found.violations), incomplete: brief(found.incomplete) }
}

/** Looked at by a person: a camera has no captions, and words upon its picture have a ground of their own. */
const seen: Readonly<Record<string, RegExp>> = {
  'video-caption': /^<video /,
  'color-contrast': /class="(scan-message|hold)|<p role="status">/,
}

function unseen(incomplete: readonly Finding[]): readonly Finding[] {
  return incomplete.filter(([rule, nodes]) => !nodes.every((html) => seen[rule]?.test(html)))
}

describe.each(languages)('In %s', (language) => {
  it.each(Object.entries(scenes))('axe finds nothing on %s', async (_, scene) => {
    await show(await scene({ language }))
    const { violations, incomplete } = await lookAt()
    expect([violations, unseen(incomplete)]).toEqual([[], []])
  })

  it('every screen has its language, one heading, and the focus on it', async () => {
    for (const [name, scene] of Object.entries(scenes)) {
      const place = await show(await scene({ language }))
      expect(document.documentElement.lang).toBe(language)
      expect(place.querySelectorAll('h1'), name).toHaveLength(1)
      expect(document.activeElement?.tagName, name).toBe('H1')
    }
  })
})

it.each(Object.entries(scenes))('In the dark axe finds nothing on %s', async (_, scene) => {
  await show(await scene({ language: 'vi', display: 'dark' }))
  expect((await lookAt()).violations).toEqual([])
})

it.each(Object.entries(scenes))('In the sun axe finds nothing on %s, and words stand out 7 to 1', async (_, scene) => {
  await show(await scene({ language: 'vi', display: 'sunlight' }))
  const { violations } = await lookAt({ rules: { 'color-contrast-enhanced': { enabled: true } } })
  expect(violations).toEqual([])
})

it('On a phone no words are smaller than 14 pixels', async () => {
  await page.viewport(390, 844)
  for (const [name, scene] of Object.entries(scenes)) {
    const place = await show(await scene({ language: 'vi' }))
    const small = textsIn(place).filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 14)
    expect([name, small.map(({ textContent }) => textContent)]).toEqual([name, []])
  }
})

it('The answer is the largest word, then the name, then the birth date', async () => {
  for (const [width, height] of [
    [320, 568],
    [390, 844],
    [844, 390],
    [1280, 800],
  ] as const) {
    await page.viewport(width, height)
    for (const name of ['accepted', 'gate-accepted']) {
      const place = await show(await (scenes[name] as Scene)({}))
      const size = (selector: string) => {
        const element = place.querySelector(selector)
        return element ? Number.parseFloat(getComputedStyle(element).fontSize) : Number.NaN
      }
      const sizes = ['.verdict-word', '.person-name', '.person-birth', '.reason-text, .card p'].map(size)
      expect([name, width, sizes]).toEqual([name, width, sizes.toSorted((left, right) => right - left)])
    }
  }
})

/** Elements with words of their own. */
function textsIn(place: HTMLElement): readonly HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.offsetParent !== null &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  )
}
