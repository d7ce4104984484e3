import { type CameraChoice, listCameras } from './camera-controls.ts'
import { ask, capabilitiesOf } from './capabilities.ts'

/** Which way the camera looks: at what the checker holds it to, or at who stands before a gate. */
export type Facing = 'environment' | 'user'

/** What is wanted of a camera. */
export interface CameraWish {
  /** The camera that was chosen; another one is taken where it is gone. */
  readonly chosen: CameraChoice | undefined
  readonly facing: Facing
}

/** Enough for the densest certificate, at a quarter of the cost of 1080 lines. */
const SIZE: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } }

/** The part of the browser's devices that is used. */
export type CameraDevices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>

/**
 * Opens a camera and sets it to focus by itself where it can.
 * @throws DOMException as `getUserMedia` does
 */
export async function openCamera(wish: CameraWish, devices: CameraDevices): Promise<MediaStream> {
  const stream = (wish.chosen && (await openChosen(wish.chosen.id, devices))) ?? (await openOther(wish, devices))
  const [track] = stream.getVideoTracks()
  if (track && capabilitiesOf(track).focusMode?.includes('continuous')) await ask(track, { focusMode: 'continuous' })
  return stream
}

/**
 * The camera that looks the wanted way. Browsers may name cameras anew at each visit, and tell their labels only while
 * one is open: where it is not the chosen one by its label, that is opened instead.
 */
async function openOther({ chosen, facing }: CameraWish, devices: CameraDevices): Promise<MediaStream> {
  const open = () => devices.getUserMedia(constraints({ facingMode: { ideal: facing } }))
  const stream = await open()
  const found = chosen && (await renamed(chosen, stream, devices))
  if (found === undefined) return stream
  // Many phones open one camera at a time.
  for (const track of stream.getTracks()) track.stop()
  return (await openChosen(found.id, devices)) ?? open()
}

/** The chosen camera under its new name; undefined when it is gone, or open already. */
async function renamed(
  { label }: CameraChoice,
  stream: MediaStream,
  devices: CameraDevices,
): Promise<CameraChoice | undefined> {
  if (label === '' || stream.getVideoTracks()[0]?.label === label) return undefined
  return (await listCameras(devices)).find((camera) => camera.label === label)
}

/** Undefined when it was unplugged, or the browser has given it another name. */
async function openChosen(id: string, devices: CameraDevices): Promise<MediaStream | undefined> {
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
