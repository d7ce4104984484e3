import { signal } from '@preact/signals'
import { type CameraMemory, keepCamera } from '../camera/keeper.ts'
import type { CameraDevices, Facing } from '../camera/open-camera.ts'
import type { CameraSession } from '../camera/session.ts'
import type { Decoder } from '../decode/decoder.ts'
import { cameraControls } from './controls.ts'
import { whilePageIsShown } from './page-visibility.ts'
import type { ScanHint, Scanner, ScanState } from './scanner.ts'
import { watchTexts } from './text-watch.ts'

/** What a scanner is made of. */
export interface ScannerOptions {
  /** Opened at the first start, and kept. */
  readonly decoder: () => Promise<Decoder>
  readonly memory: CameraMemory
  /** Asked at each start: the rear camera by default. */
  readonly facing?: () => Facing
  /** Milliseconds that only go forward. Default `performance.now`. */
  readonly now?: () => number
  /** Undefined on a page that is not secure, as browsers have it. Default `navigator.mediaDevices`. */
  readonly devices?: CameraDevices | undefined
}

/** A scanner over one camera, off at first. */
export function createScanner(options: ScannerOptions): Scanner {
  const { decoder, memory, facing = () => 'environment', now = () => performance.now() } = options
  const devices = 'devices' in options ? options.devices : navigator.mediaDevices
  const state = signal<ScanState>('off')
  const hint = signal<ScanHint>(undefined)
  const keeper = keepCamera(devices, memory, facing)
  const texts = watchTexts(decoder, hint, now)
  let wanted: Parameters<Scanner['start']> | undefined
  let isPaused = false
  let endWatching = () => {}

  async function open(): Promise<void> {
    if (wanted === undefined) return
    texts.end()
    state.value = 'starting'
    const opened = await keeper.open(wanted[0])
    if (typeof opened === 'string') state.value = opened
    else if (opened !== undefined) begin(opened)
  }

  function begin(camera: CameraSession): void {
    camera.onEnded(() => keeper.session.value === camera && lose())
    state.value = isPaused ? 'paused' : 'scanning'
    if (wanted && !isPaused) texts.begin(...wanted)
  }

  function letGo(): void {
    texts.end()
    keeper.close()
  }

  function lose(): void {
    letGo()
    state.value = 'camera-busy'
  }

  async function start(...target: Parameters<Scanner['start']>): Promise<void> {
    endWatching()
    wanted = target
    isPaused = false
    endWatching = whilePageIsShown(() => void open(), letGo)
    await open()
  }

  function pause(): void {
    isPaused = true
    texts.end()
    if (state.value === 'scanning') state.value = 'paused'
  }

  function resume(): void {
    isPaused = false
    if (state.value !== 'paused') return
    state.value = 'scanning'
    if (wanted && keeper.session.value) texts.begin(...wanted)
  }

  function stop(): void {
    wanted = undefined
    endWatching()
    letGo()
    texts.forget()
    state.value = 'off'
  }

  async function choose(id: string): Promise<void> {
    const label = (await camera.cameras()).find((each) => each.id === id)?.label ?? ''
    memory.set({ id, label })
    await open()
  }

  const camera = cameraControls(keeper.session, devices, choose)
  return { state, hint, start, pause, resume, stop, camera }
}
