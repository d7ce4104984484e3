import { describe, expect, it, vi } from 'vitest'
import { controlsOf, listCameras } from '../../src/camera/camera-controls.ts'
import { openCamera } from '../../src/camera/open-camera.ts'
import { troubleOf } from '../../src/camera/trouble.ts'
import { fakeTrack, streamOf } from './fake-camera.ts'

describe('the error of a camera', () => {
  it.each([
    ['NotAllowedError', 'camera-denied'],
    ['SecurityError', 'camera-denied'],
    ['NotFoundError', 'no-camera'],
    ['OverconstrainedError', 'no-camera'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['SomethingNewError', 'camera-busy'],
    ['constructor', 'camera-busy'],
  ])('%s means %s', (name, trouble) => {
    expect(troubleOf(new DOMException('', name))).toBe(trouble)
  })

  it('is worth another try when nobody knows what it is', () => {
    expect(troubleOf('a string that was thrown')).toBe('camera-busy')
    expect(troubleOf(undefined)).toBe('camera-busy')
  })
})

const noDevices = async (): Promise<MediaDeviceInfo[]> => []

describe('opening', () => {
  it('asks for the rear camera, without sound, and never insists', async () => {
    const getUserMedia = vi.fn(async () => streamOf(fakeTrack({}).track))
    await openCamera({ chosen: undefined, facing: 'environment' }, { getUserMedia, enumerateDevices: noDevices })
    const wish = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: { ideal: 'environment' } }
    expect(getUserMedia).toHaveBeenCalledExactlyOnceWith({ audio: false, video: wish })
  })

  it('takes another camera when the chosen one is gone', async () => {
    const getUserMedia = vi
      .fn<MediaDevices['getUserMedia']>()
      .mockRejectedValueOnce(new DOMException('', 'OverconstrainedError'))
      .mockResolvedValue(streamOf(fakeTrack({}).track))
    const wish = { chosen: { id: 'gone', label: 'Rear' }, facing: 'user' } as const
    await openCamera(wish, { getUserMedia, enumerateDevices: noDevices })
    expect(getUserMedia.mock.calls.map(([wish]) => wish?.video)).toMatchObject([
      { deviceId: { exact: 'gone' } },
      { facingMode: { ideal: 'user' } },
    ])
  })

  it('does not ask again when somebody said no', async () => {
    const getUserMedia = vi.fn(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    const wish = { chosen: { id: 'a', label: '' }, facing: 'environment' } as const
    await expect(openCamera(wish, { getUserMedia, enumerateDevices: noDevices })).rejects.toThrow(DOMException)
    expect(getUserMedia).toHaveBeenCalledOnce()
  })

  it('lets it focus by itself where it can', async () => {
    const { track, applyConstraints } = fakeTrack({ focusMode: ['manual', 'continuous'] })
    const devices = { getUserMedia: async () => streamOf(track), enumerateDevices: noDevices }
    await openCamera({ chosen: undefined, facing: 'environment' }, devices)
    expect(applyConstraints).toHaveBeenCalledExactlyOnceWith({ advanced: [{ focusMode: 'continuous' }] })
  })

  it('knows the chosen camera by its label when the browser names it anew', async () => {
    const front = fakeTrack({}, {}, 'Front')
    const getUserMedia = vi
      .fn<MediaDevices['getUserMedia']>()
      .mockRejectedValueOnce(new DOMException('', 'OverconstrainedError'))
      .mockResolvedValueOnce(streamOf(front.track))
      .mockResolvedValue(streamOf(fakeTrack({}, {}, 'Rear').track))
    const listed = ['Front', 'Rear'].map((label) => ({ kind: 'videoinput', deviceId: `new-${label}`, label }))
    const enumerateDevices = async () => listed as MediaDeviceInfo[]
    const wish = { chosen: { id: 'old', label: 'Rear' }, facing: 'environment' } as const
    const stream = await openCamera(wish, { getUserMedia, enumerateDevices })
    expect(stream.getVideoTracks()[0]?.label).toBe('Rear')
    expect(getUserMedia.mock.lastCall?.[0]?.video).toMatchObject({ deviceId: { exact: 'new-Rear' } })
    expect(front.track.stop).toHaveBeenCalledOnce()
  })
})

describe('controls', () => {
  it('what a camera cannot do is not there', () => {
    expect(controlsOf(fakeTrack({}).track)).toEqual({})
    expect(controlsOf(fakeTrack({ torch: false, zoom: { min: 1, max: 1 }, focusMode: ['manual'] }).track)).toEqual({})
    expect(controlsOf({ ...fakeTrack({}).track, getCapabilities: undefined } as unknown as MediaStreamTrack)).toEqual(
      {},
    )
  })

  it('the torch goes on and off', async () => {
    const { track, applyConstraints } = fakeTrack({ torch: true })
    expect(await controlsOf(track).torch?.(true)).toBe(true)
    expect(applyConstraints).toHaveBeenCalledWith({ advanced: [{ torch: true }] })
    applyConstraints.mockRejectedValue(new Error('no'))
    expect(await controlsOf(track).torch?.(false)).toBe(false)
  })

  it('zoom stays within what the camera can', async () => {
    const { track, applyConstraints } = fakeTrack({ zoom: { min: 1, max: 4, step: 0.5 } }, { zoom: 2 })
    const { zoom } = controlsOf(track)
    expect(zoom).toMatchObject({ min: 1, max: 4, step: 0.5, now: 2 })
    await zoom?.set(99)
    expect(applyConstraints).toHaveBeenCalledWith({ advanced: [{ zoom: 4 }] })
  })

  it('focuses on a place where the camera knows places', async () => {
    const { track, applyConstraints } = fakeTrack({ focusMode: ['single-shot'], pointsOfInterest: [] })
    await controlsOf(track).focusAt?.(0.25, 0.75)
    const place = { focusMode: 'single-shot', pointsOfInterest: [{ x: 0.25, y: 0.75 }] }
    expect(applyConstraints).toHaveBeenCalledWith({ advanced: [place] })
  })
})

describe('the list of cameras', () => {
  it('holds cameras that may be named, and no microphones', async () => {
    const devices = [
      { kind: 'audioinput', deviceId: 'm', label: 'Microphone' },
      { kind: 'videoinput', deviceId: 'a', label: 'Rear' },
      { kind: 'videoinput', deviceId: '', label: '' },
    ] as MediaDeviceInfo[]
    expect(await listCameras({ enumerateDevices: async () => devices })).toEqual([{ id: 'a', label: 'Rear' }])
    expect(await listCameras({ enumerateDevices: () => Promise.reject(new Error('no')) })).toEqual([])
  })
})
