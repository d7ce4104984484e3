// The thread in which pictures are taken apart, so that one which takes too long can be stopped. Plain JavaScript,
// since nothing translates TypeScript for a thread: the same file runs beside the sources and beside dist.
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Most memory of the reader, in pages of 64 KiB: 160 MiB. Where it gets no more, the picture is unreadable. */
const MAX_PAGES = 2560
const jpegOptions = { useTArray: true, maxMemoryUsageInMB: 72 }

// Whatever is read here is read without a network.
delete globalThis.fetch

const wasm = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))))
prepare()

/** A reader without a past, at the start and after a failure. */
function prepare() {
  purgeZXingModule()
  prepareZXingModule({ overrides: { instantiateWasm } })
}

/** Hands the reader its WebAssembly, which it would load from a network otherwise, with a bound on its memory. */
function instantiateWasm(imports, receive) {
  const instance = new WebAssembly.Instance(wasm, imports)
  const memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength / 65_536 + pages > MAX_PAGES) throw new RangeError('too much memory')
    return WebAssembly.Memory.prototype.grow.call(memory, pages)
  }
  receive(instance, wasm)
  return {}
}

/** The texts of all codes: QR and Aztec as hcert §4.2.2 allows; the text as it stands in the code. Aztec only where QR gives no certificate. */
async function codes({ picture }) {
  const texts = await textsOf(picture, 'QRCode')
  return texts.some((text) => text.startsWith('HC1:')) ? texts : [...texts, ...(await textsOf(picture, 'Aztec'))]
}

async function textsOf(picture, format) {
  const found = await readBarcodes(picture, { formats: [format], textMode: 'Plain' })
  if (found.some(({ isValid }) => !isValid)) throw new Error('it cannot be unpacked')
  return found.map(({ text }) => text)
}

/** The pixels of a PNG or JPEG, red, green, blue and alpha of each. */
function pixels({ file, kind }) {
  const { width, height, data } =
    kind === 'png' ? PNG.sync.read(Buffer.from(file.buffer)) : jpeg.decode(file, jpegOptions)
  return { width, height, data: new Uint8Array(data) }
}

const tasks = { codes, pixels }

parentPort.on('message', async (task) => {
  try {
    const result = await tasks[task.name](task)
    parentPort.postMessage({ result }, 'data' in result ? [result.data.buffer] : [])
  } catch {
    if (task.name === 'codes') prepare()
    parentPort.postMessage({ failed: true })
  }
})
parentPort.postMessage('ready')
