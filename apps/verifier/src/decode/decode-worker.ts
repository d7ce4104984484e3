import { prepareZXingModule } from 'zxing-wasm/reader'
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { FrameMessage, WorkerMessage } from './decode-messages.ts'
import type { Grey, Pixels } from './grey.ts'
import { sampleGrey } from './sample-code.ts'
import { readFrame } from './zxing-engine.ts'

/** Our own file: the library's own choice would be a server of somebody else. */
const engine = prepareZXingModule({ overrides: { locateFile: () => wasmAddress }, fireImmediately: true })

async function answer(message: FrameMessage): Promise<WorkerMessage> {
  try {
    const reading = await readFrame(pictureIn(message), message.effort)
    return { kind: 'read', number: message.number, reading }
  } catch {
    return { kind: 'broken' }
  }
}

function pictureIn({ width, height, bytes, isGrey }: FrameMessage): Pixels | Grey {
  if (isGrey) return { width, height, levels: new Uint8Array(bytes, 0, width * height) }
  return { width, height, data: new Uint8ClampedArray(bytes) }
}

/** The engine's own tables hold what was read last until it reads something else: so it reads our sample. */
async function forget(): Promise<void> {
  await readFrame(sampleGrey(), 'plain').catch(() => undefined)
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<FrameMessage>) => {
  const message = await answer(data)
  postMessage(message)
  if (message.kind === 'read' && message.reading.kind === 'text') await forget()
})

engine.then(
  () => postMessage({ kind: 'ready' } satisfies WorkerMessage),
  () => postMessage({ kind: 'broken' } satisfies WorkerMessage),
)
