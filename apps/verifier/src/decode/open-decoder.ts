import { compatDecoder } from './compat-decoder.ts'
import type { Decoder } from './decoder.ts'
import { withLastResort } from './last-resort.ts'
import { withNativeDetector } from './native-decoder.ts'
import { type WorkerDecoder, workerDecoder } from './worker-decoder.ts'

/** What a decoder can be opened with. Tests hand in their own. */
export interface DecoderParts {
  readonly canUseWorkers: () => boolean
  readonly openWorker: () => WorkerDecoder
  readonly openCompat: () => Decoder
  readonly addNative: (proven: Decoder) => Promise<Decoder>
}

/**
 * Opens the best decoder this browser can run: zxing in a worker, helped by the browser's own detector where that
 * proves itself; the compatibility decoder where there is no worker or no WebAssembly, or they fail. Never rejects.
 */
export async function openDecoder(parts: Partial<DecoderParts> = {}): Promise<Decoder> {
  const { canUseWorkers, openWorker, openCompat, addNative } = { ...browserParts, ...parts }
  if (!canUseWorkers()) return openCompat()
  const inWorker = openWorker()
  if (await inWorker.ready) return addNative(withLastResort(inWorker, openCompat))
  inWorker.close()
  return openCompat()
}

const browserParts: DecoderParts = {
  canUseWorkers: () => typeof Worker === 'function' && typeof WebAssembly === 'object',
  openWorker: workerDecoder,
  openCompat: compatDecoder,
  addNative: withNativeDetector,
}
