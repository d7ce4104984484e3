import type { ReadonlySignal } from '@preact/signals'
import { listCameras } from '../camera/camera-controls.ts'
import type { CameraSession } from '../camera/session.ts'
import type { CameraControls } from './scanner.ts'

/** Controls of whichever camera is in use; each getter reads the signal, so that readers hear of another camera. */
export function cameraControls(
  session: ReadonlySignal<CameraSession | undefined>,
  devices: Pick<MediaDevices, 'enumerateDevices'> | undefined,
  choose: (id: string) => Promise<void>,
): CameraControls {
  return {
    get torch() {
      return session.value?.controls.torch
    },
    get zoom() {
      return session.value?.controls.zoom
    },
    get chosen() {
      return session.value?.id
    },
    cameras: async () => (devices === undefined ? [] : listCameras(devices)),
    choose,
    focusAt: async (x, y) => (await session.value?.controls.focusAt?.(x, y)) ?? false,
  }
}
