import { controlsOf, type TrackControls } from './camera-controls.ts'
import { type CameraDevices, type CameraWish, openCamera } from './open-camera.ts'

/** A camera that plays in a video. */
export interface CameraSession {
  /** As the browser names the camera. */
  readonly id: string | undefined
  readonly controls: TrackControls
  /** Calls back when the camera is taken away: unplugged, or its permission withdrawn. */
  onEnded(ended: () => void): void
  /** Lets the camera go and empties the video. */
  close(): void
}

/**
 * Opens a camera and plays it.
 * @throws DOMException as `getUserMedia` does
 */
export async function openSession(
  video: HTMLVideoElement,
  wish: CameraWish,
  devices: CameraDevices,
): Promise<CameraSession> {
  const stream = await openCamera(wish, devices)
  const close = () => {
    for (const track of stream.getTracks()) track.stop()
    if (video.srcObject === stream) video.srcObject = null
  }
  const [track] = stream.getVideoTracks()
  if (track === undefined) {
    close()
    throw new DOMException('no picture', 'NotFoundError')
  }
  await play(video, stream)
  const onEnded = (ended: () => void) => track.addEventListener('ended', ended)
  return { id: track.getSettings().deviceId, controls: controlsOf(track), onEnded, close }
}

/** Inline and without sound, as phones ask of a video that plays by itself. */
async function play(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.playsInline = true
  video.muted = true
  video.srcObject = stream
  try {
    await video.play()
  } catch {
    // Another start took the video over, or the page was left: the stream is closed by whoever did that.
  }
}
