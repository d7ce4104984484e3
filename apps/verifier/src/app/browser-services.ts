import type { CameraChoice } from '../camera/camera-controls.ts'
import type { Decoder } from '../decode/decoder.ts'
import { createFeedback } from '../feedback/feedback.ts'
import { onFiles } from '../inputs/files.ts'
import { onWedge } from '../inputs/wedge.ts'
import type { AntiPassback } from '../kiosk/anti-passback.ts'
import type { Lists } from '../lists/lists.ts'
import { checking, files, identity, rooms } from '../parts/parts.ts'
import type { ScannerOptions } from '../scan/create-scanner.ts'
import { noScanner } from '../scan/no-scanner.ts'
import type { Scanner } from '../scan/scanner.ts'
import { createShift } from '../shift/shift.ts'
import type { Updates } from '../sw/updates.ts'
import { type KeptSettings, keptSettings } from './kept-settings.ts'
import type { Services } from './services.ts'
import type { Settings, SettingsStore } from './settings.ts'

/** The settings that this browser keeps. */
export function browserSettings(): KeptSettings {
  return keptSettings(browserStore(), navigator.languages)
}

/** Everything behind the screens, as this browser has it. What the first screen does not need comes when it is asked. */
export function browserServices(settings: KeptSettings, lists: Lists, updates: Updates): Services {
  const shift = createShift()
  const { build } = updates
  const decoder = openedOnce()
  const scanner = scannerOnce(settings, decoder)
  return {
    lists,
    updates,
    settings,
    shift,
    get scanner() {
      return scanner()
    },
    now: () => new Date(),
    judge: async (text, policy, at) => (await checking.get()).judge(text, lists, policy, at),
    recognise: async (text) => (await checking.get()).recognise(text),
    readPaper: async (text) => (await identity.get()).readPaper(text),
    wrongCheckDigits: async (text) => (await identity.get()).wrongCheckDigits(text),
    comparePaper: async (dcc, paper) => (await identity.get()).comparePaper(dcc, paper),
    readFile: async (file) => (await files.get()).readFile(file, await decoder()),
    listenForFiles: onFiles,
    listenForWedge: onWedge,
    fullScreen,
    giveSign: createFeedback(),
    passedBefore: gateMemory(),
    supportText: async (facts) => {
      const { createSupport } = await rooms.get()
      return createSupport({ build, userAgent: navigator.userAgent, lists, shift })(facts)
    },
  }
}

/** One memory for the gate, made with the first certificate that passes it. */
function gateMemory(): Services['passedBefore'] {
  let memory: AntiPassback | undefined
  return async (text, at) => {
    const { createAntiPassback } = await checking.get()
    memory ??= createAntiPassback()
    return memory.passedBefore(text, at)
  }
}

/** The camera's screen lies in the same part: until that has come, nobody can want the camera. */
function scannerOnce(settings: KeptSettings, decoder: () => Promise<Decoder>): () => Scanner {
  let scanner: Scanner | undefined
  return () => {
    const { createScanner } = checking.here.peek() ?? {}
    scanner ??= createScanner?.(scannerOptions(settings, decoder))
    return scanner ?? noScanner
  }
}

function scannerOptions(settings: KeptSettings, decoder: () => Promise<Decoder>): ScannerOptions {
  return {
    decoder,
    memory: {
      get: () => rememberedCamera(settings.current.peek()),
      set: ({ id, label }) => settings.change({ camera: id, cameraLabel: label }),
    },
    facing: () => (settings.current.peek().kiosk ? 'user' : 'environment'),
  }
}

function rememberedCamera({ camera, cameraLabel = '' }: Settings): CameraChoice | undefined {
  return camera === undefined ? undefined : { id: camera, label: cameraLabel }
}

/** One decoder for camera and files, opened when it is first needed. */
function openedOnce(): () => Promise<Decoder> {
  let decoder: Promise<Decoder> | undefined
  return async () => {
    const { openDecoder } = await checking.get()
    decoder ??= openDecoder()
    return decoder
  }
}

/** A browser may refuse even to name its store. */
function browserStore(): SettingsStore | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** Where the browser does not let us, the page stays as it is. */
function fullScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined)
}
