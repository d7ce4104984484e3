import { type ReadonlySignal, signal } from '@preact/signals'
import type { CameraChoice } from './camera-controls.ts'
import type { CameraDevices, Facing } from './open-camera.ts'
import { type CameraSession, openSession } from './session.ts'
import { type ScanTrouble, troubleOf } from './trouble.ts'

/** Where the choice of a camera is remembered. */
export interface CameraMemory {
  get(): CameraChoice | undefined
  set(camera: CameraChoice): void
}

/** Holds one camera at most, and lets go of the one before. */
export interface CameraKeeper {
  readonly session: ReadonlySignal<CameraSession | undefined>
  /** Undefined when something else was asked for meanwhile. Never rejects. */
  open(video: HTMLVideoElement): Promise<CameraSession | ScanTrouble | undefined>
  close(): void
}

/** @param devices undefined on a page that is not secure, as browsers have it */
export function keepCamera(
  devices: CameraDevices | undefined,
  memory: Pick<CameraMemory, 'get'>,
  facing: () => Facing,
): CameraKeeper {
  const session = signal<CameraSession | undefined>(undefined)
  let turn = 0

  function close(): void {
    turn += 1
    session.value?.close()
    session.value = undefined
  }

  async function open(video: HTMLVideoElement): Promise<CameraSession | ScanTrouble | undefined> {
    close()
    if (devices === undefined) return 'insecure-page'
    const mine = turn
    try {
      const camera = await openSession(video, { chosen: memory.get(), facing: facing() }, devices)
      if (mine === turn) session.value = camera
      else camera.close()
      return mine === turn ? camera : undefined
    } catch (error) {
      return mine === turn ? troubleOf(error) : undefined
    }
  }

  return { session, open, close }
}
