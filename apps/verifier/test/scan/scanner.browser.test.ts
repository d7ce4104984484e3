import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Decoder, Reading } from '../../src/decode/decoder.ts'
import { workerDecoder } from '../../src/decode/worker-decoder.ts'
import { createScanner, type ScannerOptions } from '../../src/scan/create-scanner.ts'
import type { Scanner } from '../../src/scan/scanner.ts'
import { drawCode } from '../inputs/draw-code.ts'

const open: Scanner[] = []
afterEach(() => {
  for (const scanner of open.splice(0)) scanner.stop()
})

/** A camera that films a canvas with a code of this text. */
function filming(text: string) {
  const canvas = drawCode(text, { scale: 4, width: 1280, height: 720 })
  const streams: MediaStream[] = []
  const timer = setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 1, 1), 30)
  const getUserMedia = vi.fn(async () => {
    const stream = canvas.captureStream(30)
    streams.push(stream)
    return stream
  })
  return { devices: { getUserMedia, enumerateDevices: async () => [] }, streams, end: () => clearInterval(timer) }
}

function scannerWith(options: Partial<ScannerOptions>) {
  const memory = { get: () => undefined, set: vi.fn() }
  const scanner = createScanner({ decoder: async () => workerDecoder(), memory, ...options })
  open.push(scanner)
  return { scanner, memory, video: document.createElement('video') }
}

const decoderThat =
  (reads: () => Reading): (() => Promise<Decoder>) =>
  async () => ({
    decode: async () => reads(),
    close: () => {},
  })

describe('scanning', () => {
  it('reads a code from a video, in a worker, and reports it once while it stays', async () => {
    const camera = filming('HC1:6BFOXN%TS3DH0YOJ58S')
    const { scanner, video } = scannerWith({ devices: camera.devices })
    const onText = vi.fn()
    expect(scanner.state.value).toBe('off')
    await scanner.start(video, onText)
    expect(scanner.state.value).toBe('scanning')
    await expect.poll(() => onText).toHaveBeenCalled()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(onText.mock.calls).toEqual([['HC1:6BFOXN%TS3DH0YOJ58S']])
    scanner.stop()
    expect(scanner.state.value).toBe('off')
    expect(
      camera.streams.flatMap((stream) => stream.getTracks()).every(({ readyState }) => readyState === 'ended'),
    ).toBe(true)
    expect(video.srcObject).toBeNull()
    camera.end()
  })

  it('reports nothing while it pauses, and the picture stays on', async () => {
    const camera = filming('HC1:A')
    const { scanner, video } = scannerWith({
      devices: camera.devices,
      decoder: decoderThat(() => ({ kind: 'text', text: `HC1:${Math.random()}`, symbol: 'qr' })),
    })
    const onText = vi.fn(() => scanner.pause())
    await scanner.start(video, onText)
    await expect.poll(() => onText).toHaveBeenCalledOnce()
    expect(scanner.state.value).toBe('paused')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(onText).toHaveBeenCalledOnce()
    expect(video.srcObject).not.toBeNull()
    scanner.resume()
    await expect.poll(() => onText).toHaveBeenCalledTimes(2)
    camera.end()
  })

  it('has one frame under way at most, and drops the one that a stop finds', async () => {
    const camera = filming('HC1:A')
    let underWay = 0
    let most = 0
    const decode = async (): Promise<Reading> => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise((resolve) => setTimeout(resolve, 80))
      underWay -= 1
      return { kind: 'text', text: 'HC1:LATE', symbol: 'qr' }
    }
    const { scanner, video } = scannerWith({
      devices: camera.devices,
      decoder: async () => ({ decode, close: () => {} }),
    })
    const onText = vi.fn()
    await scanner.start(video, onText)
    await expect.poll(() => underWay).toBe(1)
    scanner.stop()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(onText).not.toHaveBeenCalled()
    expect(most).toBe(1)
    camera.end()
  })

  it.each([
    ['NotAllowedError', 'camera-denied'],
    ['NotFoundError', 'no-camera'],
    ['NotReadableError', 'camera-busy'],
  ])('says why there is no picture: %s', async (name, trouble) => {
    const devices = { getUserMedia: () => Promise.reject(new DOMException('', name)), enumerateDevices: async () => [] }
    const { scanner, video } = scannerWith({ devices })
    await scanner.start(video, () => {})
    expect(scanner.state.value).toBe(trouble)
  })

  it('says so on a page that is not secure', async () => {
    const { scanner, video } = scannerWith({ devices: undefined })
    await scanner.start(video, () => {})
    expect(scanner.state.value).toBe('insecure-page')
    expect(await scanner.camera.cameras()).toEqual([])
    expect(await scanner.camera.focusAt(0.5, 0.5)).toBe(false)
  })

  it('lets the camera go when the page is left, and takes it again when it is back', async () => {
    const camera = filming('HC1:A')
    const { scanner, video } = scannerWith({
      devices: camera.devices,
      decoder: decoderThat(() => ({ kind: 'nothing' })),
    })
    await scanner.start(video, () => {})
    dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(camera.streams[0]?.getTracks().map(({ readyState }) => readyState)).toEqual(['ended'])
    dispatchEvent(new PageTransitionEvent('pageshow'))
    await expect.poll(() => scanner.state.value).toBe('scanning')
    expect(camera.devices.getUserMedia).toHaveBeenCalledTimes(2)
    camera.end()
  })

  it('remembers the camera that was chosen, and takes it at once', async () => {
    const camera = filming('HC1:A')
    const { scanner, memory, video } = scannerWith({
      devices: camera.devices,
      decoder: decoderThat(() => ({ kind: 'nothing' })),
    })
    await scanner.start(video, () => {})
    await scanner.camera.choose('front')
    expect(memory.set).toHaveBeenCalledWith({ id: 'front', label: '' })
    expect(camera.devices.getUserMedia).toHaveBeenCalledTimes(2)
    expect(camera.streams[0]?.getTracks().map(({ readyState }) => readyState)).toEqual(['ended'])
    expect(scanner.state.value).toBe('scanning')
    camera.end()
  })

  it('a start that is overtaken by a stop leaves no camera on', async () => {
    const camera = filming('HC1:A')
    const { scanner, video } = scannerWith({ devices: camera.devices })
    const starting = scanner.start(video, () => {})
    scanner.stop()
    await starting
    expect(scanner.state.value).toBe('off')
    expect(
      camera.streams.flatMap((stream) => stream.getTracks()).every(({ readyState }) => readyState === 'ended'),
    ).toBe(true)
    camera.end()
  })
})
