import type { Settings } from '../src/app/settings.ts'
import { scenes } from '../test/app/scenes.ts'
import { show } from '../test/screens/show.ts'

/** What the script that takes pictures calls. */
export interface Gallery {
  readonly names: readonly string[]
  /** @param sight address of the picture that stands for what the camera sees */
  show(name: string, settings: Partial<Settings>, sight: string): Promise<void>
}

const gallery: Gallery = {
  names: Object.keys(scenes),
  async show(name, settings, sight) {
    const place = await show(await (scenes[name] as NonNullable<(typeof scenes)[string]>)(settings))
    const video = place.querySelector('video')
    if (video === null) return
    video.poster = sight
    await Object.assign(new Image(), { src: sight }).decode()
  },
}

Object.assign(globalThis, { gallery })
