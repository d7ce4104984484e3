/** Why there is no picture from a camera. */
export type ScanTrouble = 'no-camera' | 'camera-denied' | 'camera-busy' | 'insecure-page'

const troubles: ReadonlyMap<string, ScanTrouble> = new Map(
  Object.entries({
    NotAllowedError: 'camera-denied',
    SecurityError: 'camera-denied',
    PermissionDeniedError: 'camera-denied',
    NotFoundError: 'no-camera',
    DevicesNotFoundError: 'no-camera',
    OverconstrainedError: 'no-camera',
    NotReadableError: 'camera-busy',
    TrackStartError: 'camera-busy',
    AbortError: 'camera-busy',
  } as const),
)

/** What the error of `getUserMedia` means for somebody at a gate. One that nobody knows is worth another try. */
export function troubleOf(error: unknown): ScanTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  return troubles.get(name) ?? 'camera-busy'
}
