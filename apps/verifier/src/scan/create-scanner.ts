import { signal } from '@preact/signals'
import type { Facing } from '../camera/open-camera.ts'
import { type CameraSession, openSession } from '../camera/session.ts'
import { type ScanTrouble, troubleOf } from '../camera/trouble.ts'
import type { Decoder } from '../decode/decoder.ts'
import { cameraControls } from './controls.ts'
import { createHintWatch } from './hints.ts'
import { whilePageIsShown } from './page-visibility.ts'
import { createRepeats } from './repeats.ts'
import { runLoop } from './scan-loop.ts'
import type { ScanHint, Scanner, ScanState } from './scanner.ts'

/** What a scanner is made of. */
export interface ScannerOptions {
  /** Opened at the first start, and kept. */
  readonly decoder: () => Promise<Decoder>
  /** Where the choice of a camera is remembered. */
  readonly choice: { get(): string | undefined; set(id: string): void }
  /** Asked at each start: the rear camera by default. */
  readonly facing?: () => Facing
  /** Milliseconds that only go forward. Default `performance.now`. */
  readonly now?: () => number
  /** Undefined on a page that is not secure, as browsers have it. Default `navigator.mediaDevices`. */
  readonly devices?: MediaDevices | undefined
}

export function createScanner(options: ScannerOptions): Scanner {
  const { choice, facing = () => 'environment', now = () => performance.now() } = options
  const devices = 'devices' in options ? options.devices : navigator.mediaDevices
  const state = signal<ScanState>('off')
  const hint = signal<ScanHint>(undefined)
  const session = signal<CameraSession | undefined>(undefined)
  const repeats = createRepeats()
  const hints = createHintWatch()
  let opened: Promise<Decoder> | undefined
  let wanted: { readonly video: HTMLVideoElement; readonly onText: (text: string) => void } | undefined
  let paused = false
  let turn = 0
  let endLoop = () => {}
  let endWatch = () => {}

  function fail(trouble: ScanTrouble): void {
    letGo()
    state.value = trouble
  }

  /** Ends the camera and the loop, and makes whatever is under way come to nothing. */
  function letGo(): void {
    turn += 1
    endLoop()
    endLoop = () => {}
    session.value?.close()
    session.value = undefined
    hint.value = undefined
  }

  async function open(): Promise<void> {
    if (wanted === undefined) return
    if (devices === undefined) return fail('insecure-page')
    letGo()
    const mine = turn
    state.value = 'starting'
    try {
      opened ??= options.decoder()
      const [camera, decoder] = await Promise.all([
        openSession(wanted.video, { id: choice.get(), facing: facing() }, devices),
        opened,
      ])
      if (mine !== turn) return camera.close()
      begin(camera, decoder)
    } catch (error) {
      if (mine === turn) fail(troubleOf(error))
    }
  }

  function begin(camera: CameraSession, decoder: Decoder): void {
    session.value = camera
    camera.onEnded(() => session.value === camera && fail('camera-busy'))
    state.value = paused ? 'paused' : 'scanning'
    if (!paused) startLoop(decoder)
  }

  function startLoop(decoder: Decoder): void {
    if (wanted === undefined) return
    const { video, onText } = wanted
    endLoop()
    hints.reset(now())
    endLoop = runLoop(video, decoder, (reading, view) => {
      const at = now()
      repeats.forgetAfter(at)
      hint.value = hints.watch(reading, view, at)
      if (reading.kind === 'text' && repeats.isNew(reading.text, at)) onText(reading.text)
    })
  }

  function stop(): void {
    wanted = undefined
    endWatch()
    letGo()
    repeats.forget()
    state.value = 'off'
  }

  return {
    state,
    hint,
    camera: cameraControls(session, devices, async (id) => {
      choice.set(id)
      await open()
    }),
    start: async (video, onText) => {
      endWatch()
      wanted = { video, onText }
      paused = false
      endWatch = whilePageIsShown(open, letGo)
      await open()
    },
    pause: () => {
      paused = true
      endLoop()
      hint.value = undefined
      if (state.value === 'scanning') state.value = 'paused'
    },
    resume: () => {
      paused = false
      if (state.value !== 'paused') return
      state.value = 'scanning'
      void opened?.then((decoder) => !paused && session.value && startLoop(decoder))
    },
    stop,
  }
}
