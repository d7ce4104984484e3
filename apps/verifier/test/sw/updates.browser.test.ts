import { describe, expect, it, vi } from 'vitest'
import { watchUpdates } from '../../src/sw/updates.ts'

/** A browser's service workers, of which only the answer to a registration matters. */
function workersThat(register: () => Promise<unknown>): ServiceWorkerContainer {
  return Object.assign(new EventTarget(), { controller: null, register }) as unknown as ServiceWorkerContainer
}

const page = { isFree: () => true, reload: () => {}, settled: Promise.resolve() }

describe('Updates of the app', () => {
  it.each([
    ['is refused', () => Promise.reject(new DOMException('', 'SecurityError'))],
    ['comes to nothing', () => Promise.resolve(undefined)],
  ])('do not break the page where a registration %s', async (_, answer) => {
    const broken = vi.fn((event: Event) => event.preventDefault())
    addEventListener('unhandledrejection', broken)
    const register = vi.fn(answer)
    const { ready, offline } = watchUpdates(workersThat(register), page)
    await expect.poll(() => register.mock.calls.length).toBe(1)
    // A rejection that nobody took is told in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 20))
    removeEventListener('unhandledrejection', broken)
    expect([ready.value, offline.value]).toEqual([false, false])
    expect(broken).not.toHaveBeenCalled()
  })
})
