import { describe, expect, it } from 'vitest'
import type { Cryptoki } from '../../src/pkcs11/cryptoki.ts'
import { shareModule } from '../../src/pkcs11/shared-module.ts'
import { answered } from './faulty.ts'

const NOT_INITIALIZED = 0x190
const ALREADY_INITIALIZED = 0x191

/** A module that is only initialised and finalised, by us and by others. */
function bareModule(initialised: boolean) {
  const state = { initialised, initialisations: 0 }
  const calls = {
    initialize() {
      if (state.initialised) throw answered(ALREADY_INITIALIZED)
      state.initialised = true
      state.initialisations += 1
    },
    finalize() {
      if (!state.initialised) throw answered(NOT_INITIALIZED)
      state.initialised = false
    },
  }
  return { state, share: shareModule(calls as Cryptoki) }
}

describe('a module that is shared', () => {
  it('is initialised by the first who needs it and finalised by the last', () => {
    const { state, share } = bareModule(false)
    const [first, second] = [share(), share()]
    expect(first.begin()).toBe(second.begin())
    expect(state.initialisations).toBe(1)
    first.release()
    expect(state.initialised).toBe(true)
    second.release()
    expect(state.initialised).toBe(false)
    expect(first.isStill(1)).toBe(false)
  })

  it('is initialised anew once, however many ask for the same reason', () => {
    const { state, share } = bareModule(false)
    const module = share()
    const number = module.begin()
    expect(module.restart(number)).toBe(true)
    expect(module.restart(number)).toBe(true)
    expect(state.initialisations).toBe(2)
    expect(module.isStill(number)).toBe(false)
    expect(module.isStill(module.begin())).toBe(true)
  })

  it('is not finalised under a call, nor where others initialised it', async () => {
    const { state, share } = bareModule(false)
    const module = share()
    const number = module.begin()
    const call = module.during(new Promise((resolve) => setTimeout(resolve, 5)))
    expect(module.restart(number)).toBe(false)
    module.release()
    expect(state.initialised).toBe(true)
    await call
    const other = bareModule(true)
    const guest = other.share()
    expect(guest.restart(guest.begin())).toBe(false)
    guest.release()
    expect(other.state.initialised).toBe(true)
  })

  it('is taken over when the others who initialised it are gone', () => {
    const { state, share } = bareModule(true)
    const module = share()
    const number = module.begin()
    state.initialised = false
    expect(module.restart(number)).toBe(true)
    expect(module.isStill(number)).toBe(false)
    module.release()
    expect(state.initialised).toBe(false)
  })
})
