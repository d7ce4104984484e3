import { type ReadonlySignal, signal } from '@preact/signals'
import { defaultSettings, loadSettings, type Settings, type SettingsStore, saveSettings } from './settings.ts'

/** The settings of this device, and what changes them. */
export interface KeptSettings {
  readonly current: ReadonlySignal<Settings>
  change(changes: Partial<Settings>): void
}

/** Reads what is kept; from then on every change is kept too, where the browser keeps anything. */
export function keptSettings(store: SettingsStore | undefined, languages: readonly string[]): KeptSettings {
  const current = signal(loadSettings(store, defaultSettings(languages)))
  return {
    current,
    change(changes) {
      current.value = { ...current.value, ...changes }
      saveSettings(store, current.value)
    },
  }
}
