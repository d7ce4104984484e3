import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CameraSite, cameraSite } from '../../e2e/camera-site.ts'
import { certificateOf } from '../../e2e/certificates.ts'
import { hasChromium } from '../../e2e/chromium.ts'
import { filmOf, pictureOf } from '../../e2e/film.ts'
import { startScanning, waitForAnswer } from '../../e2e/scanning.ts'

const NAME = 'Nguyễn Thị Ánh Tuyết'

/** Every decode worker hands over frames and never hears an answer; nobody waits that long for a frame here. */
function hangAll(): void {
  const { setTimeout: wait } = globalThis
  Object.assign(globalThis, {
    setTimeout: (then: () => void, time: number) => wait(then, time === 2_000 || time === 4_000 ? 100 : time),
  })
  const { postMessage } = Worker.prototype
  Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer: StructuredSerializeOptions) {
    postMessage.call(this, { ...(message as object), number: -1 }, transfer)
  } as typeof postMessage
}

/** The first decode worker ends with an error at its first frame. */
function crashOnce(): void {
  const { postMessage } = Worker.prototype
  let isFirst = true
  Worker.prototype.postMessage = function (this: Worker, message: unknown, transfer: StructuredSerializeOptions) {
    if (isFirst) this.dispatchEvent(new ErrorEvent('error'))
    else postMessage.call(this, message, transfer)
    isFirst = false
  } as typeof postMessage
}

function withoutWorkers(): void {
  Reflect.deleteProperty(globalThis, 'Worker')
}

function withoutWebAssembly(): void {
  Reflect.deleteProperty(globalThis, 'WebAssembly')
}

function refuseWorkers(): void {
  Object.assign(globalThis, {
    Worker: () => {
      throw new DOMException('', 'SecurityError')
    },
  })
}

/** What this device calls its own detector: it reads our sample and nothing else right. */
function lyingDetector(): void {
  class BarcodeDetector {
    static readonly getSupportedFormats = async () => ['qr_code']
    async detect(image: ImageData) {
      const isSample = image.width === 198
      return [{ format: 'qr_code', rawValue: isSample ? 'VACCINE CODE READER SELF-TEST 1' : 'HC1:LIE' }]
    }
  }
  Object.assign(globalThis, { BarcodeDetector })
}

describe.skipIf(!hasChromium)('The decoder of the built verifier', () => {
  let site: CameraSite

  beforeAll(async () => {
    // Each signed anew: html5-qrcode cannot read every code, and a film of one would never end.
    const texts = await Promise.all(Array.from({ length: 5 }, () => certificateOf(NAME)))
    site = await cameraSite(filmOf(...texts.map((text) => ({ picture: pictureOf(text, { scale: 5 }), seconds: 1 }))))
  })
  afterAll(() => site.close())

  it.each([
    ['workers are missing', withoutWorkers],
    ['WebAssembly is missing', withoutWebAssembly],
    ['workers are refused', refuseWorkers],
    ['every worker hangs', hangAll],
  ])('reads compatibly where %s', async (_, before) => {
    const page = await site.open({ before })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await startScanning(page)
    await waitForAnswer(page, 'accepted', NAME)
    expect(asked.filter((url) => url.includes('html5-qrcode'))).not.toEqual([])
    await page.context().close()
  })

  it.each([
    ['a worker crashes', crashOnce],
    ["the browser's own detector lies", lyingDetector],
  ])('reads as ever when %s', async (_, before) => {
    const page = await site.open({ before })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await startScanning(page)
    await waitForAnswer(page, 'accepted', NAME)
    expect(asked.filter((url) => url.includes('html5-qrcode'))).toEqual([])
    await page.context().close()
  })
})
