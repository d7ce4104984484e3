/** No frame is larger: beyond this, more pixels only cost time. */
export const MOST = 1080

/** Draws the square in the middle of a video on a canvas of its own; undefined while there is no picture. */
export function canvasSource(video: HTMLVideoElement): () => ImageData | undefined {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })

  return () => {
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
}
