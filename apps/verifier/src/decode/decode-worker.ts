import { prepareZXingModule } from 'zxing-wasm/reader'
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { FrameMessage, WorkerMessage } from './decode-messages.ts'
import { readFrame } from './zxing-engine.ts'

/** Our own file: the library's own choice would be a server of somebody else. */
const engine = prepareZXingModule({ overrides: { locateFile: () => wasmAddress }, fireImmediately: true })

async function answer({ number, width, height, pixels, effort }: FrameMessage): Promise<WorkerMessage> {
  try {
    const reading = await readFrame({ width, height, data: new Uint8ClampedArray(pixels) }, effort)
    return { kind: 'read', number, reading }
  } catch {
    return { kind: 'broken' }
  }
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<FrameMessage>) => {
  postMessage(await answer(data))
})

engine.then(
  () => postMessage({ kind: 'ready' } satisfies WorkerMessage),
  () => postMessage({ kind: 'broken' } satisfies WorkerMessage),
)
