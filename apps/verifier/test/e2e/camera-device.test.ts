import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CameraSite, cameraSite } from '../../e2e/camera-site.ts'
import { certificateOf } from '../../e2e/certificates.ts'
import { hasChromium, type Page } from '../../e2e/chromium.ts'
import { filmOf, pictureOf, pictureOfNothing } from '../../e2e/film.ts'
import { startScanning, waitForAnswer } from '../../e2e/scanning.ts'

const NAME = 'Nguyễn Thị Ánh Tuyết'

/** What the stubs below note in the page. */
interface Notes {
  readonly applied: MediaTrackConstraints[]
  readonly wishes: MediaTrackConstraints[]
  readonly tracks: MediaStreamTrack[]
  readbacks: number
}

/** Notes what is asked of cameras, and lets them say that they have a torch, a zoom and a focus. */
function noteCameras(): void {
  const notes: Notes = { applied: [], wishes: [], tracks: [], readbacks: 0 }
  Object.assign(globalThis, { notes })
  const able = { torch: true, zoom: { min: 1, max: 4, step: 0.5 }, focusMode: ['continuous', 'single-shot'] }
  Object.assign(MediaStreamTrack.prototype, {
    getCapabilities: () => ({ ...able, pointsOfInterest: [] }),
    applyConstraints: async ({ advanced }: MediaTrackConstraints) => void notes.applied.push(...(advanced ?? [])),
  })
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (wish) => {
    notes.wishes.push(wish?.video as MediaTrackConstraints)
    const stream = await open(wish)
    notes.tracks.push(...stream.getTracks())
    return stream
  }
  const { getImageData } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.getImageData = function (...place: Parameters<typeof getImageData>) {
    notes.readbacks += 1
    return getImageData.apply(this, place)
  }
}

describe.skipIf(!hasChromium)('The camera of the built verifier', () => {
  let site: CameraSite
  const nothingSeen = pictureOfNothing()
  const nothing = filmOf({ picture: nothingSeen, seconds: 1 })
  let certificate: Uint8Array
  let film: Uint8Array

  beforeAll(async () => {
    certificate = pictureOf(await certificateOf(NAME))
    film = filmOf({ picture: certificate, seconds: 1 })
    site = await cameraSite(film)
  })
  afterAll(() => site.close())

  function notesOf<T>(page: Page, read: (notes: Notes) => T): Promise<T> {
    return page.evaluate(`(${read})(globalThis.notes)`) as Promise<T>
  }

  it('has torch, zoom and a focus under the finger', async () => {
    site.load(nothing)
    const page = await site.open({ before: noteCameras })
    await startScanning(page)
    const torch = page.getByRole('button', { name: 'Torch' })
    await torch.click()
    await page.locator('button[aria-pressed=true]').waitFor()
    await page.locator('input[type=range]').fill('2.5')
    const box = await page.locator('video').boundingBox()
    if (box === null) throw new Error('no video')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 4)
    await expect.poll(() => notesOf(page, ({ applied }) => applied.length)).toBe(4)
    const [continuous, light, zoom, focus] = await notesOf(page, ({ applied }) => applied as Record<string, unknown>[])
    expect([continuous, light, zoom]).toEqual([{ focusMode: 'continuous' }, { torch: true }, { zoom: 2.5 }])
    const [place] = (focus as { pointsOfInterest: { x: number; y: number }[] }).pointsOfInterest
    expect([place?.x, place?.y].map((part) => Number(part?.toFixed(1)))).toEqual([0.5, 1])
    await page.context().close()
  })

  it('gives frames without a canvas once these look the same', async () => {
    site.load(nothing)
    const page = await site.open({ before: noteCameras })
    await startScanning(page)
    await expect.poll(() => notesOf(page, ({ readbacks }) => readbacks)).toBeGreaterThan(0)
    const before = await notesOf(page, ({ readbacks }) => readbacks)
    await page.waitForTimeout(1_000)
    expect(await notesOf(page, ({ readbacks }) => readbacks)).toBe(before)
    await page.context().close()
  })

  it('is let go while the page is hidden, and looks again when it is shown', async () => {
    site.load(nothing)
    const page = await site.open({ before: noteCameras })
    await startScanning(page)
    await expect.poll(() => notesOf(page, ({ tracks }) => tracks.length)).toBe(1)
    const turn = (state: string) =>
      page.evaluate((visibilityState) => {
        const hidden = visibilityState === 'hidden'
        Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true })
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await turn('hidden')
    const states = () => notesOf(page, ({ tracks }) => tracks.map(({ readyState }) => readyState))
    await expect.poll(states).toEqual(['ended'])
    site.load(film)
    await turn('visible')
    await waitForAnswer(page, 'accepted', NAME)
    expect(await states()).toEqual(['ended', 'live'])
    await page.context().close()
  })

  it('is the front one at a gate, mirrored for who stands there and not for the decoder', async () => {
    site.load(filmOf({ picture: nothingSeen, seconds: 2 }, { picture: certificate, seconds: 20 }))
    const page = await site.open({ settings: { kiosk: true }, before: noteCameras })
    await startScanning(page)
    const transform = () => page.locator('video').evaluate((video) => getComputedStyle(video).transform)
    await expect.poll(transform).toBe('matrix(-1, 0, 0, 1, 0, 0)')
    await waitForAnswer(page, 'accepted', NAME)
    expect(await notesOf(page, ({ wishes }) => wishes.map(({ facingMode }) => facingMode))).toEqual([{ ideal: 'user' }])
    await page.context().close()
  })

  it('says after a while that it is too dark, to a screen reader as well', async () => {
    site.load(filmOf({ picture: pictureOfNothing({ black: 2, white: 22 }), seconds: 1 }))
    const page = await site.open()
    await startScanning(page)
    await page.getByRole('status').filter({ hasText: /light/i }).waitFor()
    await page.context().close()
  })
})
