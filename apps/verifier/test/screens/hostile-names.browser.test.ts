import { afterEach, expect, it, vi } from 'vitest'
import { sign, vaccination } from '../app/certificates.ts'
import { session } from '../app/world.ts'
import { hostileNames } from './hostile-names.ts'
import { clear, show } from './show.ts'

afterEach(clear)

/** Elements that the app itself never draws. */
const foreign =
  'script, img, iframe, style, base, meta, link, object, embed, b, [onerror], [onload], [onmouseover], [style]'

it('shows two hundred hostile names as what they are: texts', async () => {
  expect(hostileNames.length).toBeGreaterThanOrEqual(200)
  const alert = vi.spyOn(window, 'alert').mockReturnValue(undefined)
  const made = session({ language: 'en' })
  const place = await show(made)
  const { title } = document
  for (const name of hostileNames) {
    await made.readText(await sign(vaccination({ nam: { fn: name, fnt: 'ICAO', gn: 'Q', gnt: 'Q' } })))
    await expect.poll(() => place.querySelector('.person-name bdi')?.textContent).toBe(`${name} Q`)
    const shown = place.querySelector('.person-name bdi')
    expect(shown?.getAttribute('dir')).toBe('auto')
    expect(shown?.childElementCount).toBe(0)
    expect(place.querySelectorAll(foreign)).toHaveLength(0)
    expect(place.querySelectorAll('h1')).toHaveLength(1)
  }
  expect(alert).not.toHaveBeenCalled()
  expect(document.title).toBe(title)
})
