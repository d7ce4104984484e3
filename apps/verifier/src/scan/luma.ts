import type { Grey } from '../decode/grey.ts'
import { MOST } from './canvas-source.ts'

/** Formats whose first plane is one byte of brightness to a pixel (WebCodecs §9.4). */
const planar: readonly (string | null)[] = ['I420', 'I422', 'I444', 'NV12']

/**
 * The brightness of the square in the middle of a video, without a detour through colours. Undefined where the browser
 * delivers frames in another way, or frames too large to be read whole.
 * @throws whatever the browser does when the frame is gone
 */
export async function lumaOf(video: HTMLVideoElement): Promise<Grey | undefined> {
  if (typeof VideoFrame !== 'function') return undefined
  const frame = new VideoFrame(video)
  try {
    const rect = middleOf(frame.visibleRect)
    return rect && planar.includes(frame.format) ? await copyLuma(frame, rect) : undefined
  } finally {
    frame.close()
  }
}

type Square = Required<Pick<DOMRectInit, 'x' | 'y' | 'width' | 'height'>>

/** Its corners lie on whole samples of colour, which come in pairs. */
function middleOf(visible: DOMRectReadOnly | null): Square | undefined {
  const side = even(Math.min(visible?.width ?? 0, visible?.height ?? 0))
  if (visible === null || side === 0 || side > MOST) return undefined
  const [x, y] = [visible.x + even((visible.width - side) / 2), visible.y + even((visible.height - side) / 2)]
  return { x, y, width: side, height: side }
}

function even(length: number): number {
  return length - (length % 2)
}

async function copyLuma(frame: VideoFrame, rect: Square): Promise<Grey | undefined> {
  const bytes = new Uint8Array(frame.allocationSize({ rect }))
  const [luma] = await frame.copyTo(bytes, { rect })
  if (luma?.offset !== 0 || luma.stride !== rect.width) return undefined
  return { width: rect.width, height: rect.height, levels: bytes.subarray(0, rect.width * rect.height) }
}
