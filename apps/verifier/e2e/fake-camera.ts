import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, launchChromium } from './chromium.ts'

/** A browser whose only camera plays a film. */
export interface FakeCamera {
  readonly browser: Browser
  /** What the camera plays from its next start on. */
  load(film: Uint8Array): void
  close(): Promise<void>
}

/** The camera is allowed without asking. */
export async function launchWithCamera(film: Uint8Array): Promise<FakeCamera> {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-camera-'))
  const file = join(folder, 'camera.mjpeg')
  const load = (next: Uint8Array) => writeFileSync(file, next)
  load(film)
  const browser = await launchChromium(
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  )
  const close = async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
  return { browser, load, close }
}
