import { type Note, type SignName, signs } from './signs.ts'

/** Which signs are wanted. */
export interface FeedbackSwitches {
  readonly sound: boolean
  readonly vibration: boolean
}

/** Where signs are given: the browser, or what stands for it in tests. */
export interface FeedbackDevice {
  /** Makes the one audio context, when the first sound is wanted; undefined where there is none. */
  audio(): AudioContext | undefined
  vibrate?(pattern: number[]): boolean
}

/** Gives the sign of a result by sound and vibration. Never throws: a sign is never the only sign. */
export type GiveSign = (name: SignName, switches: FeedbackSwitches) => void

/** How loud, of 1, and how soon a tone reaches it, in seconds: without a ramp it clicks. */
const LOUDNESS = 0.25
const RAMP = 0.008

export function createFeedback(device: FeedbackDevice = browserDevice()): GiveSign {
  let audio: AudioContext | undefined
  return (name, { sound, vibration }) => {
    if (vibration) quietly(() => device.vibrate?.([...signs[name].vibration]))
    if (!sound) return
    quietly(() => {
      audio ??= device.audio()
      if (audio !== undefined) play(audio, signs[name].notes)
    })
  }
}

function play(audio: AudioContext, notes: readonly Note[]): void {
  if (audio.state === 'suspended') audio.resume().catch(() => undefined)
  for (const note of notes) playNote(audio, note)
}

function playNote(audio: AudioContext, { hertz, from, length }: Note): void {
  const start = audio.currentTime + from / 1000
  const end = start + length / 1000
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + RAMP)
  volume.gain.setValueAtTime(LOUDNESS, end - RAMP)
  volume.gain.linearRampToValueAtTime(0, end)
  tone.connect(volume).connect(audio.destination)
  tone.start(start)
  tone.stop(end)
}

function browserDevice(): FeedbackDevice {
  return {
    audio: () => (typeof AudioContext === 'undefined' ? undefined : new AudioContext()),
    vibrate: (pattern) => navigator.vibrate?.(pattern) ?? false,
  }
}

/** A browser may refuse sound before the first touch, or have none. */
function quietly(give: () => unknown): void {
  try {
    give()
  } catch {
    // The screen says it all.
  }
}
