import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../src/words/words.ts'
import { scenes } from '../app/scenes.ts'
import { clear, show } from './show.ts'

afterEach(clear)

const languages: readonly Language[] = ['vi', 'en']

describe.each(languages)('In %s', (language) => {
  it.each(Object.entries(scenes))('axe finds nothing on %s', async (_, scene) => {
    await show(await scene({ language }))
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
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

describe.each(['dark', 'sunlight'] as const)('Looking %s', (display) => {
  it.each(Object.entries(scenes))('axe finds nothing on %s', async (_, scene) => {
    await show(await scene({ language: 'vi', display }))
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})
