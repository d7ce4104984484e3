import { vi } from 'vitest'

/** A camera that can do what it is said to, and notes what it was asked for. */
export function fakeTrack(capabilities: Record<string, unknown>, settings: Record<string, unknown> = {}, label = '') {
  const applyConstraints = vi.fn(async (_wish: MediaTrackConstraints): Promise<void> => {})
  const track = {
    kind: 'video',
    label,
    applyConstraints,
    getCapabilities: () => capabilities,
    getSettings: () => settings,
    addEventListener: () => {},
    stop: vi.fn(),
  }
  return { track: track as unknown as MediaStreamTrack, applyConstraints }
}

export function streamOf(...tracks: readonly MediaStreamTrack[]): MediaStream {
  return { getTracks: () => tracks, getVideoTracks: () => tracks } as unknown as MediaStream
}
