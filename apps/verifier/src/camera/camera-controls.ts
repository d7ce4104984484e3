import { ask, type CameraCapabilities, capabilitiesOf, zoomOf } from './capabilities.ts'

/** A camera to choose; the browser tells its label only after the first permission. */
export interface CameraChoice {
  readonly id: string
  readonly label: string
}

export interface Zoom {
  readonly min: number
  readonly max: number
  readonly step: number
  /** As it was when asked. */
  readonly now: number
  set(factor: number): Promise<boolean>
}

/** What the camera in use can do; what it cannot do is not there. Each promise tells whether it was done. */
export interface TrackControls {
  readonly torch?: (on: boolean) => Promise<boolean>
  readonly zoom?: Zoom
  /** Focuses on a place, from 0, 0 at the top left of the picture to 1, 1. */
  readonly focusAt?: (x: number, y: number) => Promise<boolean>
}

/** What can be done with a camera, read from the camera itself. */
export function controlsOf(track: MediaStreamTrack): TrackControls {
  const able = capabilitiesOf(track)
  return {
    ...(able.torch === true && { torch: (on: boolean) => ask(track, { torch: on }) }),
    ...zoomControl(track, able),
    ...focusControl(track, able),
  }
}

function zoomControl(track: MediaStreamTrack, { zoom }: CameraCapabilities): Pick<TrackControls, 'zoom'> {
  if (zoom === undefined || !(zoom.max > zoom.min)) return {}
  const { min, max, step = 0.1 } = zoom
  const set = (factor: number) => ask(track, { zoom: Math.min(max, Math.max(min, factor)) })
  return { zoom: { min, max, step, now: zoomOf(track) ?? min, set } }
}

/** Once at the place, and by itself again from then on where the camera knows both. */
function focusControl(track: MediaStreamTrack, able: CameraCapabilities): Pick<TrackControls, 'focusAt'> {
  const modes = able.focusMode ?? []
  const mode = ['single-shot', 'continuous'].find((each) => modes.includes(each))
  if (mode === undefined) return {}
  const focusAt = async (x: number, y: number) => {
    const place = able.pointsOfInterest === undefined ? {} : { pointsOfInterest: [{ x, y }] }
    return ask(track, { focusMode: mode, ...place })
  }
  return { focusAt }
}

/** The cameras of the device, in the browser's order. Never rejects. */
export async function listCameras(devices: Pick<MediaDevices, 'enumerateDevices'>): Promise<readonly CameraChoice[]> {
  try {
    const all = await devices.enumerateDevices()
    return all
      .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }))
  } catch {
    return []
  }
}
