import { type PressedKey, pressedKey } from './wedge-keys.ts'
import { type Burst, textOfBurst } from './wedge-text.ts'

/** Longest pause between two keys of a hand scanner, in milliseconds; fingers need more, again and again. */
const LONGEST_PAUSE = 80

/** From the third key on a burst is taken for a scanner's: nothing else on the page hears its keys. */
const SURE_AFTER = 3

/** Codes shorter than this are no papers. */
const SHORTEST = 10

/** A QR code holds no more. */
const LONGEST = 7_089

/** Keys that end a scan, as scanners are set up. */
const ends: readonly string[] = ['Enter', 'Tab']

/**
 * Hands over what a scanner types that pretends to be a keyboard: a fast burst of keys with Enter or Tab behind it.
 * Keys that go into a field are never touched. Returns what ends the listening.
 */
export function onWedge(target: EventTarget, onText: (text: string) => void): () => void {
  let burst: Burst | undefined
  let last = Number.NEGATIVE_INFINITY

  function hear(event: KeyboardEvent): void {
    if (event.repeat || isTypedIntoField(event)) {
      burst = undefined
      return
    }
    if (event.timeStamp - last > LONGEST_PAUSE) burst = undefined
    if (burst !== undefined && burst.keys.length >= SURE_AFTER) {
      event.preventDefault()
      event.stopPropagation()
    }
    const key = pressedKey(event)
    if (key === undefined && !ends.includes(event.key)) return
    last = event.timeStamp
    if (key === undefined) finish()
    else add(key, event.getModifierState('CapsLock'))
  }

  function add(key: PressedKey, capsLock: boolean): void {
    burst ??= { keys: [], capsLock }
    if (burst.keys.length < LONGEST) burst.keys.push(key)
  }

  function finish(): void {
    const finished = burst
    burst = undefined
    if (finished !== undefined && finished.keys.length >= SHORTEST) onText(textOfBurst(finished))
  }

  const listener = (event: Event) => {
    if (event instanceof KeyboardEvent) hear(event)
  }
  target.addEventListener('keydown', listener, { capture: true })
  return () => target.removeEventListener('keydown', listener, { capture: true })
}

/** Whether somebody may be writing: a field, or anything that can be edited. */
function isTypedIntoField(event: Event): boolean {
  const [origin] = event.composedPath()
  if (!(origin instanceof HTMLElement)) return false
  if (origin.isContentEditable) return true
  if (origin instanceof HTMLInputElement) return !unwritable.includes(origin.type)
  return origin instanceof HTMLTextAreaElement || origin instanceof HTMLSelectElement
}

/** Inputs that take no letters. */
const unwritable: readonly string[] = [
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]
