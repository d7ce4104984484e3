import type { Page } from 'playwright'
import type { Settings } from '../src/app/settings.ts'

/** A way to look at the app: how large the window is, what the browser asks for, how the app is set. */
export interface View {
  readonly width: number
  readonly height: number
  /** Letters so much larger than usual, as the browser's own setting makes them. */
  readonly letters?: number
  readonly media?: NonNullable<Parameters<Page['emulateMedia']>[0]>
  readonly settings: Partial<Settings>
}

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }
const vi = { language: 'vi', display: 'light' } as const
const en = { language: 'en', display: 'light' } as const

/** Zoomed to 400 %, a window of 1280 by 1024 is 320 by 256 large. */
export const views: Readonly<Record<string, View>> = {
  phone: { ...phone, settings: vi },
  'phone-en': { ...phone, settings: en },
  'phone-dark': { ...phone, settings: { ...vi, display: 'dark' } },
  'phone-dark-en': { ...phone, settings: { ...en, display: 'dark' } },
  'phone-sunlight': { ...phone, settings: { ...vi, display: 'sunlight' } },
  'phone-large': { ...phone, letters: 2, settings: vi },
  'phone-forced': { ...phone, media: { forcedColors: 'active' }, settings: vi },
  'phone-forced-dark': { ...phone, media: { forcedColors: 'active', colorScheme: 'dark' }, settings: en },
  'phone-still': { ...phone, media: { reducedMotion: 'reduce' }, settings: vi },
  smallest: { width: 320, height: 568, settings: vi },
  small: { width: 360, height: 640, settings: vi },
  'small-en': { width: 360, height: 640, settings: en },
  low: { width: 844, height: 390, settings: vi },
  tablet: { width: 768, height: 1024, settings: vi },
  desktop: { ...desktop, settings: vi },
  'desktop-en': { ...desktop, settings: en },
  'desktop-dark': { ...desktop, settings: { ...vi, display: 'dark' } },
  wide: { width: 1920, height: 1080, settings: vi },
  'desktop-zoomed': { width: 320, height: 256, settings: vi },
}
