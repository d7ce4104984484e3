import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptSettings } from '../../src/app/kept-settings.ts'
import { defaultSettings, loadSettings, resultSeconds, type SettingsStore } from '../../src/app/settings.ts'

function storeOf(text: string | null): SettingsStore & { kept: string | null } {
  return {
    kept: text,
    getItem() {
      return this.kept
    },
    setItem(_key, value) {
      this.kept = value
    },
  }
}

const fallback = defaultSettings(['vi-VN'])

describe('Settings', () => {
  it('begin in the language of the reader, silent, and with the signature alone', () => {
    expect(defaultSettings(['en-GB', 'fr']).language).toBe('en')
    expect(defaultSettings(['fr', 'vi']).language).toBe('vi')
    expect(fallback).toMatchObject({ sound: false, policy: { kind: 'signature' }, display: 'auto' })
  })

  it('come back as they were changed', () => {
    const store = storeOf(null)
    const policy = { kind: 'rules', country: 'VN', purpose: 'entry' } as const
    keptSettings(store, ['vi']).change({ language: 'en', policy, resultSeconds: 60, camera: 'back' })
    const { current } = keptSettings(store, ['vi'])
    expect(current.value).toMatchObject({ language: 'en', policy, resultSeconds: 60, camera: 'back' })
  })

  it('whatever is kept, are settings that make sense', () => {
    const members = fc.record(
      Object.fromEntries(Object.keys({ ...fallback, camera: '' }).map((name) => [name, fc.jsonValue()])),
    )
    fc.assert(
      fc.property(fc.oneof(members, fc.jsonValue()), (kept) => {
        const settings = loadSettings(storeOf(JSON.stringify(kept)), fallback)
        expect(['vi', 'en']).toContain(settings.language)
        expect(resultSeconds).toContain(settings.resultSeconds)
        expect(typeof settings.kiosk).toBe('boolean')
        expect(['signature', 'rules']).toContain(settings.policy.kind)
      }),
    )
  })

  it.each(['', '{', 'null', '7', '[]'])('that are damaged (%s) are the usual ones', (kept) => {
    expect(loadSettings(storeOf(kept), fallback)).toEqual(fallback)
  })

  it('last as long as the page where the browser keeps nothing', () => {
    const refuses: SettingsStore = {
      getItem: () => {
        throw new Error('refused')
      },
      setItem: () => {
        throw new Error('refused')
      },
    }
    const { current, change } = keptSettings(refuses, [])
    change({ kiosk: true })
    expect(current.value.kiosk).toBe(true)
  })
})
