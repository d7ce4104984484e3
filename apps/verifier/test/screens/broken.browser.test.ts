import { afterEach, describe, expect, it } from 'vitest'
import { sign, vaccination } from '../app/certificates.ts'
import { type services, session } from '../app/world.ts'
import { clear, show } from './show.ts'

afterEach(clear)

/** A page that shows an accepted certificate. */
async function accepted(changes: Parameters<typeof services>[0] = {}) {
  const made = session({ language: 'en' }, changes)
  const place = await show(made)
  await made.readText(await sign(vaccination()))
  await expect.poll(() => place.querySelector('.result.accepted')).not.toBeNull()
  return { made, place }
}

async function expectNoVerdict(place: HTMLElement): Promise<void> {
  await expect.poll(() => place.querySelector('h1')?.textContent).toBe('Something went wrong in this app')
  expect(place.querySelector('.result')).toBeNull()
  expect(place.textContent).not.toContain('Nguyễn')
}

describe('No verdict stays on the screen after an error', () => {
  it.each([
    ['in an event', () => window.dispatchEvent(new ErrorEvent('error', { error: new Error('broken') }))],
    ['in a promise', () => window.dispatchEvent(new Event('unhandledrejection'))],
  ])('%s', async (_, breakIt) => {
    const { made, place } = await accepted()
    breakIt()
    await expectNoVerdict(place)
    expect(made.state.shown.value).toBeUndefined()
  })

  it('while the page is drawn; and the app goes on when somebody says so', async () => {
    const { made, place } = await accepted()
    const { verdict } = made.state.shown.value?.judgement ?? {}
    made.state.shown.value = { passedBefore: false, judgement: { verdict: null as never, at: new Date() } }
    await expectNoVerdict(place)
    expect(verdict?.kind).toBe('accepted')
    place.querySelector<HTMLButtonElement>('.button.main')?.click()
    await expect.poll(() => place.querySelector('h1')?.textContent).toBe('Check a vaccination certificate')
    await made.readText(await sign(vaccination()))
    await expect.poll(() => place.querySelector('.result.accepted')).not.toBeNull()
  })
})

it('The last verdict is out of sight while a file is read', async () => {
  const { made, place } = await accepted({ readFile: () => new Promise(() => undefined) })
  void made.readFile(new Blob())
  await expect.poll(() => place.querySelector('.result')).toBeNull()
  expect(place.textContent).toContain('Checking…')
})
