import { ask, capabilitiesOf } from './capabilities.ts'

/** Which way the camera looks: at what the checker holds it to, or at who stands before a gate. */
export type Facing = 'environment' | 'user'

/** What is wanted of a camera. */
export interface CameraWish {
  /** The camera that was chosen, as the browser names it; another one is taken where it is gone. */
  readonly id: string | undefined
  readonly facing: Facing
}

/** Enough for the densest certificate, at a quarter of the cost of 1080 lines. */
const SIZE: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } }

type Devices = Pick<MediaDevices, 'getUserMedia'>

/**
 * Opens a camera and sets it to focus by itself where it can.
 * @throws DOMException as `getUserMedia` does
 */
export async function openCamera({ id, facing }: CameraWish, devices: Devices): Promise<MediaStream> {
  const chosen = id === undefined ? undefined : await openChosen(id, devices)
  const stream = chosen ?? (await devices.getUserMedia(constraints({ facingMode: { ideal: facing } })))
  const [track] = stream.getVideoTracks()
  if (track && capabilitiesOf(track).focusMode?.includes('continuous')) await ask(track, { focusMode: 'continuous' })
  return stream
}

/** Undefined when it was unplugged, or the browser has given it another name. */
async function openChosen(id: string, devices: Devices): Promise<MediaStream | undefined> {
  try {
    return await devices.getUserMedia(constraints({ deviceId: { exact: id } }))
  } catch (error) {
    if (error instanceof Error && ['OverconstrainedError', 'NotFoundError'].includes(error.name)) return undefined
    throw error
  }
}

function constraints(choice: MediaTrackConstraints): MediaStreamConstraints {
  return { audio: false, video: { ...SIZE, ...choice } }
}
