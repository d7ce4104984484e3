import type { Signal } from '@preact/signals'
import type { Decoder } from '../decode/decoder.ts'
import { createHintWatch, type ScanHint } from './hints.ts'
import { createRepeats } from './repeats.ts'
import { runLoop } from './scan-loop.ts'

/** Reads a video for texts, and says what would help. */
export interface TextWatch {
  begin(video: HTMLVideoElement, onText: (text: string) => void): void
  /** What is under way comes to nothing. */
  end(): void
  /** Forgets the last text, which is otherwise not reported again while it stays in view. */
  forget(): void
}

/**
 * @param openDecoder called once, at the first beginning
 * @param now milliseconds that only go forward
 */
export function watchTexts(openDecoder: () => Promise<Decoder>, hint: Signal<ScanHint>, now: () => number): TextWatch {
  const repeats = createRepeats()
  const hints = createHintWatch()
  let decoder: Promise<Decoder> | undefined
  let turn = 0
  let endLoop = () => {}

  function end(): void {
    turn += 1
    endLoop()
    endLoop = () => {}
    hint.value = undefined
  }

  function begin(video: HTMLVideoElement, onText: (text: string) => void): void {
    end()
    const mine = turn
    decoder ??= openDecoder()
    void decoder.then((opened) => mine === turn && run(opened, video, onText))
  }

  function run(opened: Decoder, video: HTMLVideoElement, onText: (text: string) => void): void {
    hints.reset(now())
    repeats.goOn(now())
    endLoop = runLoop(video, opened, (reading, view) => {
      const at = now()
      repeats.forgetAfter(at)
      hint.value = hints.watch(reading, view, at)
      if (reading.kind === 'text' && repeats.isNew(reading.text, at)) onText(reading.text)
    })
  }

  return { begin, end, forget: repeats.forget }
}
