import { afterEach, describe, expect, it, vi } from 'vitest'
import { isGrey } from '../../src/decode/grey.ts'
import { frameSource } from '../../src/scan/frame-source.ts'
import { viewOf } from '../../src/scan/view.ts'

const ends: (() => void)[] = []
afterEach(() => {
  vi.unstubAllGlobals()
  for (const end of ends.splice(0)) end()
})

/** A video whose left half is dark. */
async function playing(width: number, height: number): Promise<HTMLVideoElement> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  const paint = () => {
    context.fillStyle = '#ddd'
    context.fillRect(0, 0, width, height)
    context.fillStyle = '#222'
    context.fillRect(0, 0, width / 2, height)
  }
  const timer = setInterval(paint, 20)
  const video = document.createElement('video')
  Object.assign(video, { muted: true, srcObject: canvas.captureStream(30) })
  ends.push(() => {
    clearInterval(timer)
    video.srcObject = null
  })
  await video.play()
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve))
  return video
}

/** What stands for a frame of the camera, 640 × 360. */
function frameThat(copyTo: (bytes: Uint8Array) => Promise<readonly PlaneLayout[]>) {
  const [made, close] = [vi.fn(), vi.fn()]
  class Frame {
    readonly format = 'I420'
    readonly visibleRect = new DOMRect(0, 0, 640, 360)
    readonly allocationSize = () => 360 * 360 * 1.5
    readonly copyTo = copyTo
    readonly close = close
    constructor() {
      made()
    }
  }
  return { Frame, made, close }
}

describe('a frame of a video', () => {
  it.each([
    [640, 360],
    [360, 640],
  ])('is the square in the middle: %i × %i', async (width, height) => {
    const frames = frameSource(await playing(width, height))
    const frame = await frames.grab()
    expect([frame?.width, frame?.height]).toEqual([360, 360])
    const view = frame && Array.from(viewOf(frame).slice(0, 15))
    expect(view?.map((level) => level > 128)).toEqual(Array.from({ length: 15 }, (_, at) => at * 24 >= 180))
  })

  it('comes from a canvas where the browser has no other way', async () => {
    vi.stubGlobal('VideoFrame', undefined)
    const frames = frameSource(await playing(640, 360))
    for (let round = 0; round < 2; round += 1) expect(await frames.grab()).toBeInstanceOf(ImageData)
  })

  it("is the camera's own brightness once that looked the same as on a canvas", async () => {
    const copyTo = async (bytes: Uint8Array) => {
      for (let at = 0; at < 360 * 360; at += 1) bytes[at] = at % 360 < 180 ? 44 : 206
      return [{ offset: 0, stride: 360 }]
    }
    const { Frame, close } = frameThat(copyTo)
    vi.stubGlobal('VideoFrame', Frame)
    const frames = frameSource(await playing(640, 360))
    expect(await frames.grab()).toBeInstanceOf(ImageData)
    const frame = await frames.grab()
    expect(close).toHaveBeenCalledTimes(2)
    expect(frame && isGrey(frame) && [frame.width, frame.height, frame.levels.length]).toEqual([360, 360, 360 * 360])
  })

  it.each([
    ['fails', () => Promise.reject(new DOMException('', 'NotSupportedError'))],
    ['never answers', () => new Promise<never>(() => {})],
    ['pads its rows', async () => [{ offset: 0, stride: 512 }]],
    ['shows something else', async () => [{ offset: 0, stride: 360 }]],
  ])('comes from a canvas for good when the other way %s', async (_, copyTo) => {
    const { Frame, made } = frameThat(copyTo)
    vi.stubGlobal('VideoFrame', Frame)
    const frames = frameSource(await playing(640, 360))
    for (let round = 0; round < 3; round += 1) expect(await frames.grab()).toBeInstanceOf(ImageData)
    expect(made).toHaveBeenCalledOnce()
  })

  it('is not there before the first picture', async () => {
    expect(await frameSource(document.createElement('video')).grab()).toBeUndefined()
  })
})
