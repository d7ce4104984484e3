import { readAltCodes } from './wedge-alt.ts'
import { type PressedKey, pressedKey } from './wedge-keys.ts'
import { type Burst, textOfBurst } from './wedge-text.ts'

/** Longest pause between two keys of a hand scanner, in milliseconds; fingers need more, again and again. */
const LONGEST_PAUSE = 80

/** The same once a burst is long: a radio may stumble. After it, a scan without any key at its end is over. */
const LONGEST_STALL = 400

/** From the third key on a burst is taken for a scanner's: nothing else on the page hears its keys. */
const SURE_AFTER = 3

/** Codes shorter than this are no papers. */
const SHORTEST = 10

/** A QR code holds no more. */
const LONGEST = 7_089

/** For how long after a scan further keys that end one are nobody's, in milliseconds: some scanners send two. */
const ECHO = 150

/** Keys that end a scan, as scanners are set up, and their characters. */
const ends: readonly string[] = ['Enter', 'Tab', '\r', '\n', '\t']

/** Keys that a scanner presses with others. */
const modifiers: readonly string[] = ['Shift', 'Alt', 'AltGraph']

/**
 * Hands over what a scanner types that pretends to be a keyboard: a fast burst of keys with Enter, Tab or nothing
 * behind it. Keys that go into a field are never touched. Returns what ends the listening.
 */
export function onWedge(target: EventTarget, onText: (text: string) => void): () => void {
  const altCodes = readAltCodes()
  let burst: Burst | undefined
  let last = Number.NEGATIVE_INFINITY
  let ended = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  function hear(event: KeyboardEvent): void {
    const pause = event.timeStamp - last
    const isOver = pause > (isLong(burst) ? LONGEST_STALL : LONGEST_PAUSE)
    if (isOver || event.repeat || isTypedIntoField(event)) drop()
    if (event.repeat || isTypedIntoField(event)) return
    const isEcho = isEnd(event) && event.timeStamp - ended < ECHO
    if (isEcho || (burst !== undefined && burst.keys.length >= SURE_AFTER)) swallow(event)
    const isCode = altCodes.press(event)
    const key = isCode ? undefined : pressedKey(event)
    if (key !== undefined || isCode || isEnd(event) || modifiers.includes(event.key)) last = event.timeStamp
    if (key === undefined && !isEnd(event)) return
    if (key !== undefined) add(key, event.getModifierState('CapsLock'))
    else finish()
  }

  function hearRelease(event: KeyboardEvent): void {
    const typed = altCodes.release(event)
    if (typed === undefined || isTypedIntoField(event)) return
    last = event.timeStamp
    if (ends.includes(typed)) finish()
    else add({ typed, wired: undefined }, false)
  }

  function add(key: PressedKey, capsLock: boolean): void {
    burst ??= { keys: [], capsLock }
    if (burst.keys.length < LONGEST) burst.keys.push(key)
    clearTimeout(timer)
    if (isLong(burst)) timer = setTimeout(finish, LONGEST_STALL)
  }

  function finish(): void {
    const finished = burst
    drop()
    if (!isLong(finished)) return
    ended = last
    onText(textOfBurst(finished))
  }

  function drop(): void {
    clearTimeout(timer)
    burst = undefined
  }

  const listening = new AbortController()
  const how = { capture: true, signal: listening.signal }
  target.addEventListener('keydown', (event) => event instanceof KeyboardEvent && hear(event), how)
  target.addEventListener('keyup', (event) => event instanceof KeyboardEvent && hearRelease(event), how)
  return () => {
    drop()
    listening.abort()
  }
}

function isLong(burst: Burst | undefined): burst is Burst {
  return burst !== undefined && burst.keys.length >= SHORTEST
}

/** Ctrl+J and Ctrl+M are line ends too, of scanners that type control characters. */
function isEnd({ key, ctrlKey }: KeyboardEvent): boolean {
  return ends.includes(key) || (ctrlKey && ['j', 'm', 'i'].includes(key.toLowerCase()))
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
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
