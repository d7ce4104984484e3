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

describe('opening', () => {
  it('asks for the rear camera, without sound, and never insists', async () => {
    const getUserMedia = vi.fn(async () => streamOf(fakeTrack({}).track))
    await openCamera({ id: undefined, facing: 'environment' }, { getUserMedia })
    const wish = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: { ideal: 'environment' } }
    expect(getUserMedia).toHaveBeenCalledExactlyOnceWith({ audio: false, video: wish })
  })

  it('takes another camera when the chosen one is gone', async () => {
    const getUserMedia = vi
      .fn<MediaDevices['getUserMedia']>()
      .mockRejectedValueOnce(new DOMException('', 'OverconstrainedError'))
      .mockResolvedValue(streamOf(fakeTrack({}).track))
    await openCamera({ id: 'gone', facing: 'user' }, { getUserMedia })
    expect(getUserMedia.mock.calls.map(([wish]) => wish?.video)).toMatchObject([
      { deviceId: { exact: 'gone' } },
      { facingMode: { ideal: 'user' } },
    ])
  })

  it('does not ask again when somebody said no', async () => {
    const getUserMedia = vi.fn(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    await expect(openCamera({ id: 'a', facing: 'environment' }, { getUserMedia })).rejects.toThrow(DOMException)
    expect(getUserMedia).toHaveBeenCalledOnce()
  })

  it('lets it focus by itself where it can', async () => {
    const { track, applyConstraints } = fakeTrack({ focusMode: ['manual', 'continuous'] })
    await openCamera({ id: undefined, facing: 'environment' }, { getUserMedia: async () => streamOf(track) })
    expect(applyConstraints).toHaveBeenCalledExactlyOnceWith({ advanced: [{ focusMode: 'continuous' }] })
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
