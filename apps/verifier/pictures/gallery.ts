import type { Settings } from '../src/app/settings.ts'
import { scenes } from '../test/app/scenes.ts'
import { show } from '../test/screens/show.ts'

/** What the script that takes pictures calls. */
export interface Gallery {
  readonly names: readonly string[]
  show(name: string, settings: Partial<Settings>): Promise<void>
}

const gallery: Gallery = {
  names: Object.keys(scenes),
  async show(name, settings) {
    await show(await (scenes[name] as NonNullable<(typeof scenes)[string]>)(settings))
  },
}

Object.assign(globalThis, { gallery })
