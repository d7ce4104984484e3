import type { Decoder } from '../decode/decoder.ts'
import { openDecoder } from '../decode/open-decoder.ts'
import { createFeedback } from '../feedback/feedback.ts'
import { comparePaper } from '../identity/compare.ts'
import { readPaper, wrongCheckDigits } from '../identity/identity-card.ts'
import { onFiles } from '../inputs/files.ts'
import { readFile } from '../inputs/read-file.ts'
import { onWedge } from '../inputs/wedge.ts'
import { judge } from '../judge/judge.ts'
import { createAntiPassback } from '../kiosk/anti-passback.ts'
import type { Lists } from '../lists/lists.ts'
import { recognise } from '../recognise/recognise.ts'
import { createScanner } from '../scan/create-scanner.ts'
import type { Scanner } from '../scan/scanner.ts'
import { createShift } from '../shift/shift.ts'
import { createSupport } from '../support/support-bundle.ts'
import type { Updates } from '../sw/updates.ts'
import { type KeptSettings, keptSettings } from './kept-settings.ts'
import type { Services } from './services.ts'
import type { SettingsStore } from './settings.ts'

/** Everything behind the screens, as this browser has it. */
export function browserServices(lists: Lists, updates: Updates): Services {
  const settings = keptSettings(browserStore(), navigator.languages)
  const shift = createShift()
  const { build } = updates
  const decoder = openedOnce()
  return {
    lists,
    updates,
    settings,
    shift,
    scanner: scannerFor(settings, decoder),
    now: () => new Date(),
    judge: (text, policy, at) => judge(text, lists, policy, at),
    recognise,
    readPaper,
    wrongCheckDigits,
    comparePaper,
    readFile: async (file) => readFile(file, await decoder()),
    listenForFiles: onFiles,
    listenForWedge: onWedge,
    fullScreen,
    giveSign: createFeedback(),
    passedBefore: createAntiPassback().passedBefore,
    supportText: createSupport({ build, userAgent: navigator.userAgent, lists, shift }),
  }
}

function scannerFor(settings: KeptSettings, decoder: () => Promise<Decoder>): Scanner {
  return createScanner({
    decoder,
    memory: { get: () => settings.current.peek().camera, set: (camera) => settings.change({ camera }) },
    facing: () => (settings.current.peek().kiosk ? 'user' : 'environment'),
  })
}

/** One decoder for camera and files, opened when it is first needed. */
function openedOnce(): () => Promise<Decoder> {
  let decoder: Promise<Decoder> | undefined
  return () => {
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
