import type { ReadonlySignal } from '@preact/signals'
import type { CameraChoice, Zoom } from '../camera/camera-controls.ts'
import type { ScanTrouble } from '../camera/trouble.ts'
import type { ScanHint } from './hints.ts'

export type { CameraChoice, ScanHint, ScanTrouble, Zoom }

/** `off` before the start and after the end; a trouble stays until the next start. */
export type ScanState = 'off' | 'starting' | 'scanning' | 'paused' | ScanTrouble

/**
 * What can be done with the camera in use. What it cannot do is undefined. Reading any of it inside a component or an
 * effect subscribes to it: another camera can do other things.
 */
export interface CameraControls {
  /** Resolves to whether the camera did it. */
  readonly torch?: ((on: boolean) => Promise<boolean>) | undefined
  readonly zoom?: Zoom | undefined
  /** The camera in use, as `choose` names it. */
  readonly chosen?: string | undefined
  /** All cameras of the device, once one of them was allowed. */
  cameras(): Promise<readonly CameraChoice[]>
  /** Takes another camera, now and at later starts. */
  choose(id: string): Promise<void>
  /** From 0, 0 at the top left of the picture to 1, 1. Resolves to whether the camera can and did. */
  focusAt(x: number, y: number): Promise<boolean>
}

/** The camera as a source of texts. */
export interface Scanner {
  readonly state: ReadonlySignal<ScanState>
  readonly hint: ReadonlySignal<ScanHint>
  /**
   * Opens the camera into a video and reports each text once while it stays in view. Never rejects: `state` tells.
   * The camera is let go while the page is hidden, and taken again when it is shown.
   */
  start(video: HTMLVideoElement, onText: (text: string) => void): Promise<void>
  /** Stops reading; the picture, and the torch, stay on. */
  pause(): void
  resume(): void
  /** Lets the camera go and forgets the last text. */
  stop(): void
  readonly camera: CameraControls
}
