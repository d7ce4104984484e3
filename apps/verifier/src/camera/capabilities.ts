/** What cameras can do beyond TypeScript's library (W3C MediaStream Image Capture). */
export interface CameraCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number }
  readonly focusMode?: readonly string[]
  readonly pointsOfInterest?: unknown
}

interface CameraConstraintSet extends MediaTrackConstraintSet {
  readonly torch?: boolean
  readonly zoom?: number
  readonly focusMode?: string
  readonly pointsOfInterest?: readonly { readonly x: number; readonly y: number }[]
}

/** What a camera says it can do; nothing where it says nothing. Never throws. */
export function capabilitiesOf(track: MediaStreamTrack): CameraCapabilities {
  try {
    return track.getCapabilities?.() ?? {}
  } catch {
    return {}
  }
}

/** Asks a camera for something it said it can do. Resolves to whether it did; never rejects. */
export async function ask(track: MediaStreamTrack, wish: CameraConstraintSet): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [wish] })
    return true
  } catch {
    return false
  }
}

/** What the camera is set to now, beyond TypeScript's library. */
export function zoomOf(track: MediaStreamTrack): number | undefined {
  const { zoom } = track.getSettings() as MediaTrackSettings & { readonly zoom?: number }
  return zoom
}
