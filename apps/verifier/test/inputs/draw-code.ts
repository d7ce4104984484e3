import { qrMatrix } from '../../../../packages/paper/src/index.ts'

/** A canvas with a QR code in its middle, on white. */
export function drawCode(text: string, size: { scale: number; width: number; height: number }): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size.width, size.height)
  context.fillStyle = '#000'
  const { size: side, modules } = qrMatrix(text)
  const [left, top] = [(size.width - side * size.scale) / 2, (size.height - side * size.scale) / 2].map(Math.floor)
  for (const [at, module] of modules.entries()) {
    if (module === 0) continue
    context.fillRect(
      (left ?? 0) + (at % side) * size.scale,
      (top ?? 0) + Math.floor(at / side) * size.scale,
      size.scale,
      size.scale,
    )
  }
  return canvas
}
