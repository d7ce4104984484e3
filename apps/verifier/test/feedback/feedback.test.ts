import { describe, expect, it, vi } from 'vitest'
import { createFeedback, type FeedbackDevice } from '../../src/feedback/feedback.ts'
import { type SignName, signs } from '../../src/feedback/signs.ts'

const names = Object.keys(signs) as SignName[]
const both = { sound: true, vibration: true }

/** What was asked of an audio context: each tone with its height, beginning and end. */
function recorder() {
  const tones: { hertz: number; start: number; stop: number }[] = []
  const gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() }
  const resume = vi.fn(async () => undefined)
  const oscillator = () => {
    const tone = { hertz: 0, start: 0, stop: 0 }
    tones.push(tone)
    return {
      frequency: {
        set value(hertz: number) {
          tone.hertz = hertz
        },
      },
      connect: (next: unknown) => next,
      start: (at: number) => {
        tone.start = at
      },
      stop: (at: number) => {
        tone.stop = at
      },
    }
  }
  const audio = {
    state: 'suspended',
    currentTime: 5,
    destination: {},
    resume,
    createOscillator: oscillator,
    createGain: () => ({ gain, connect: (next: unknown) => next }),
  }
  return { tones, resume, audio: audio as unknown as AudioContext }
}

function device(changes: Partial<FeedbackDevice> = {}): FeedbackDevice & { vibrate: ReturnType<typeof vi.fn> } {
  return { audio: () => undefined, vibrate: vi.fn(() => true), ...changes } as never
}

describe('The signs', () => {
  it('differ in rhythm, not in height alone', () => {
    const rhythms = names.map((name) => signs[name].notes.map(({ from, length }) => `${from}+${length}`).join())
    expect(new Set(rhythms).size).toBe(names.length)
    const felt = names.map((name) => signs[name].vibration.join())
    expect(new Set(felt).size).toBe(names.length)
  })

  it('are over within a second', () => {
    for (const { notes, vibration } of Object.values(signs)) {
      for (const { from, length } of notes) expect(from + length).toBeLessThan(1000)
      expect(vibration.reduce((sum, part) => sum + part, 0)).toBeLessThan(1000)
    }
  })
})

describe('A result', () => {
  it.each(names)('"%s" is played and felt as its sign', (name) => {
    const { audio, tones, resume } = recorder()
    const { vibrate, ...rest } = device({ audio: () => audio })
    createFeedback({ ...rest, vibrate: vibrate as never })(name, both)
    expect(tones.map(({ hertz }) => hertz)).toEqual(signs[name].notes.map(({ hertz }) => hertz))
    expect(tones[0]?.start).toBe(5)
    for (const { start, stop } of tones) expect(stop).toBeGreaterThan(start)
    expect(resume).toHaveBeenCalled()
    expect(vibrate).toHaveBeenCalledWith(signs[name].vibration)
  })

  it('is neither played nor felt when that is switched off', () => {
    const audio = vi.fn(() => undefined)
    const silent = device({ audio })
    createFeedback(silent)('accepted', { sound: false, vibration: false })
    expect(audio).not.toHaveBeenCalled()
    expect(silent.vibrate).not.toHaveBeenCalled()
  })

  it('makes one audio context for all', () => {
    const audio = vi.fn(() => recorder().audio)
    const give = createFeedback(device({ audio }))
    for (const name of names) give(name, both)
    expect(audio).toHaveBeenCalledTimes(1)
  })

  it('is shown even where no sign can be given', () => {
    const refuses = () => {
      throw new Error('not allowed')
    }
    const give = createFeedback(device({ audio: refuses, vibrate: refuses }))
    expect(() => give('refused', both)).not.toThrow()
    expect(() => createFeedback({ audio: () => undefined })('refused', both)).not.toThrow()
  })
})
