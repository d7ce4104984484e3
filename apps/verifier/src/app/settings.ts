import type { Policy } from '../judge/judge.ts'
import type { Language } from '../words/words.ts'

export type Display = 'auto' | 'light' | 'dark' | 'sunlight'

/** How this device is used: all that the app keeps beside its lists, and nothing of any person. */
export interface Settings {
  readonly language: Language
  readonly policy: Policy
  readonly sound: boolean
  readonly vibration: boolean
  /** After how many seconds a result disappears: one of `resultSeconds`. */
  readonly resultSeconds: number
  /** Whether the camera looks for the next certificate when a result closes. */
  readonly continuous: boolean
  readonly kiosk: boolean
  readonly display: Display
  /** The camera that was chosen, as the browser names it. */
  readonly camera?: string
  /** As its maker does: the browser may name it anew. */
  readonly cameraLabel?: string
}

/** Where settings are kept: localStorage, or nothing at all. */
export type SettingsStore = Pick<Storage, 'getItem' | 'setItem'>

export const resultSeconds: readonly number[] = [5, 10, 20, 30, 60, 120]
export const displays: readonly Display[] = ['auto', 'light', 'dark', 'sunlight']

const KEY = 'vaxcert.settings'

/** What somebody who speaks this finds at first. Sound is never the only sign, so it begins silent. */
export function defaultSettings(languages: readonly string[]): Settings {
  const speaksVietnamese = languages.length === 0 || languages.some((tag) => tag.toLowerCase().startsWith('vi'))
  return {
    language: speaksVietnamese ? 'vi' : 'en',
    policy: { kind: 'signature' },
    sound: false,
    vibration: true,
    resultSeconds: 20,
    continuous: true,
    kiosk: false,
    display: 'auto',
  }
}

/** What is kept, member by member: one that makes no sense is as if it were not there. Never throws. */
export function loadSettings(store: SettingsStore | undefined, fallback: Settings): Settings {
  const kept = readKept(store)
  const { camera, cameraLabel } = kept
  return {
    language: oneOf(kept.language, ['vi', 'en']) ?? fallback.language,
    policy: readPolicy(kept.policy) ?? fallback.policy,
    sound: readSwitch(kept.sound) ?? fallback.sound,
    vibration: readSwitch(kept.vibration) ?? fallback.vibration,
    resultSeconds: oneOf(kept.resultSeconds, resultSeconds) ?? fallback.resultSeconds,
    continuous: readSwitch(kept.continuous) ?? fallback.continuous,
    kiosk: readSwitch(kept.kiosk) ?? fallback.kiosk,
    display: oneOf(kept.display, displays) ?? fallback.display,
    ...(typeof camera === 'string' && camera.length <= 256 && { camera }),
    ...(typeof cameraLabel === 'string' && cameraLabel.length <= 256 && { cameraLabel }),
  }
}

/** Keeps them where that is possible: a browser without room goes on with what it has. */
export function saveSettings(store: SettingsStore | undefined, settings: Settings): void {
  try {
    store?.setItem(KEY, JSON.stringify(settings))
  } catch {
    // Private mode, or no room: these settings last as long as the page.
  }
}

function readKept(store: SettingsStore | undefined): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(store?.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}

function oneOf<T>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value)
}

function readSwitch(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function readPolicy(value: unknown): Policy | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, country, purpose } = value as Readonly<Record<string, unknown>>
  if (kind === 'signature') return { kind }
  const known = oneOf(purpose, ['entry', 'venue'] as const)
  if (kind !== 'rules' || typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return undefined
  return known && { kind, country, purpose: known }
}
