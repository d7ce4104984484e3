/** No frame is larger: beyond this, more pixels only cost time. */
const MOST = 1080

/** Takes frames out of a playing video. */
export interface FrameSource {
  /** The square in the middle at the camera's own resolution; undefined while there is no picture. */
  grab(): ImageData | undefined
}

export function frameSource(video: HTMLVideoElement): FrameSource {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })

  function grab(): ImageData | undefined {
    const { videoWidth, videoHeight } = video
    const square = Math.min(videoWidth, videoHeight)
    if (context === null || square === 0) return undefined
    const side = Math.min(square, MOST)
    if (canvas.width !== side || canvas.height !== side) {
      canvas.width = side
      canvas.height = side
    }
    const [left, top] = [(videoWidth - square) / 2, (videoHeight - square) / 2]
    context.drawImage(video, left, top, square, square, 0, 0, side, side)
    return context.getImageData(0, 0, side, side)
  }

  return { grab }
}

/** Calls back once, when the video shows a new frame. Returns what prevents that. */
export function onNextFrame(video: HTMLVideoElement, then: () => void): () => void {
  if (typeof video.requestVideoFrameCallback === 'function') {
    const handle = video.requestVideoFrameCallback(then)
    return () => video.cancelVideoFrameCallback(handle)
  }
  const handle = requestAnimationFrame(then)
  return () => cancelAnimationFrame(handle)
}
