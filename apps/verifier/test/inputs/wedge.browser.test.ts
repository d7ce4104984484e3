import { afterEach, describe, expect, it, vi } from 'vitest'
import { onWedge } from '../../src/inputs/wedge.ts'

const HC1 = 'HC1:6BF OXN%T+$'

interface Typing {
  readonly target?: EventTarget
  /** Milliseconds between two keys. */
  readonly pause?: number
  /** Milliseconds since whatever was typed before. */
  readonly after?: number
  readonly end?: string
  readonly capsLock?: boolean
  /** What the layout or the input method makes of each letter. */
  readonly keyOf?: (letter: string) => string
}

const codes: Readonly<Record<string, [code: string, shifted: boolean]>> = {
  ':': ['Semicolon', true],
  ' ': ['Space', false],
  '%': ['Digit5', true],
  '+': ['Equal', true],
  $: ['Digit4', true],
  ';': ['Semicolon', false],
  '=': ['Equal', false],
  ']': ['BracketRight', false],
}

/** Time as events tell it. */
let clock = 1_000

interface Press extends KeyboardEventInit {
  readonly target?: EventTarget
  /** Milliseconds since the key before. */
  readonly after?: number
  readonly type?: 'keydown' | 'keyup'
}

/** Presses one key; says whether its default was prevented. */
function press(
  key: string,
  { target = document.body, after = 8, type: kind = 'keydown', ...init }: Press = {},
): boolean {
  const event = new KeyboardEvent(kind, { key, code: key, bubbles: true, cancelable: true, composed: true, ...init })
  clock += after
  Object.defineProperty(event, 'timeStamp', { value: clock })
  target.dispatchEvent(event)
  return event.defaultPrevented
}

/** Types as a scanner does; returns the letters whose default was prevented. */
function type(
  text: string,
  {
    target = document.body,
    pause = 8,
    after = 1_000,
    end = 'Enter',
    capsLock = false,
    keyOf = (key) => key,
  }: Typing = {},
) {
  clock += after - pause
  const how = { target, after: pause, modifierCapsLock: capsLock }
  const eaten = Array.from(text, (letter) => {
    const isCapital = /[A-Z]/.test(letter)
    const [code, shiftKey] = codes[letter] ?? [
      /\d/.test(letter) ? `Digit${letter}` : /[a-z]/i.test(letter) ? `Key${letter.toUpperCase()}` : '',
      isCapital,
    ]
    if (shiftKey) press('Shift', { ...how, code: 'ShiftLeft', shiftKey })
    return press(keyOf(letter), { ...how, code, shiftKey }) ? letter : ''
  })
  return { eaten: eaten.join(''), endEaten: end !== '' && press(end, how) }
}

/** Types each character as Alt and its number on the number pad. */
function typeNumbers(text: string): void {
  clock += 1_000
  for (const letter of text) {
    press('Alt', { altKey: true, after: 2 })
    for (const digit of `0${String(letter.charCodeAt(0)).padStart(3, '0')}`)
      press(digit, { code: `Numpad${digit}`, altKey: true, after: 2 })
    press('Alt', { type: 'keyup', after: 2 })
  }
}

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
  document.body.replaceChildren()
})

function listening() {
  const onText = vi.fn<(text: string) => void>()
  ends.push(onWedge(document, onText))
  return onText
}

describe('a hand scanner', () => {
  it.each(['Enter', 'Tab'])('is heard, with %s at its end', (end) => {
    const onText = listening()
    const { eaten, endEaten } = type(HC1, { end })
    expect(onText.mock.calls).toEqual([[HC1]])
    expect(eaten).toBe(HC1.slice(3))
    expect(endEaten).toBe(true)
  })

  it.each([1, 8, 20, 50])('is heard with %i ms between its keys', (pause) => {
    const onText = listening()
    type(HC1, { pause })
    expect(onText.mock.calls).toEqual([[HC1]])
  })

  it('is heard without anything at its end, once it is silent', async () => {
    const onText = listening()
    expect(type(HC1, { end: '' }).eaten).toBe(HC1.slice(3))
    expect(onText).not.toHaveBeenCalled()
    await expect.poll(() => onText.mock.calls).toEqual([[HC1]])
  })

  it('that stumbles is heard as a whole', () => {
    const onText = listening()
    type(HC1.slice(0, 12), { end: '' })
    type(HC1.slice(12), { after: 300 })
    expect(onText.mock.calls).toEqual([[HC1]])
  })

  it.each([']Q1', ']Q3', ']z0'])('may tell the kind of code before it: %s', (before) => {
    const onText = listening()
    type(before + HC1)
    expect(onText.mock.calls).toEqual([[HC1]])
  })

  it.each(['Enter', 'Tab', 'j'])('that ends with two keys presses nothing with the second: %s', (second) => {
    const onText = listening()
    type(HC1)
    expect(press(second, { ctrlKey: second === 'j' })).toBe(true)
    expect(onText).toHaveBeenCalledOnce()
    expect(press('Enter', { after: 1_000 })).toBe(false)
  })

  it('is understood when it types characters by their numbers', () => {
    const onText = listening()
    typeNumbers(`${HC1}\r`)
    expect(onText.mock.calls).toEqual([[HC1]])
    typeNumbers('001085012345|é\r')
    expect(onText.mock.calls[1]).toEqual(['001085012345|é'])
  })

  it('that lost its shift key is not taken for a certificate', () => {
    const onText = listening()
    type('hc1;6bf oxn5t=4')
    expect(onText.mock.calls).toEqual([['hc1;6bf oxn5t=4']])
  })

  it('through an input method that makes letters of others hands over what came, never a certificate', () => {
    const onText = listening()
    type('HC1:6BFĂOXN%T+$')
    expect(onText.mock.calls).toEqual([['HC1:6BFĂOXN%T+$']])
  })

  it('is heard again and again', () => {
    const onText = listening()
    type(HC1)
    type(HC1)
    expect(onText).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['Caps Lock', { capsLock: true, keyOf: (letter: string) => letter.toLowerCase() }],
    ['an input method', { keyOf: () => 'Process' }],
    [
      'a foreign layout',
      { keyOf: (letter: string) => ({ '1': '&', ':': 'M', '6': '-', ' ': ' ', '%': '5' })[letter] ?? letter },
    ],
  ])('is understood through %s', (_, typing) => {
    const onText = listening()
    type(HC1, typing)
    expect(onText.mock.calls).toEqual([[HC1]])
  })

  it('a card with names is swapped back when Caps Lock swapped it', () => {
    const onText = listening()
    const swap = (letter: string) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())
    type('001085012345||Nguyen Van An|01011985|Nam', { capsLock: true, keyOf: swap })
    expect(onText.mock.calls).toEqual([['001085012345||Nguyen Van An|01011985|Nam']])
  })

  it('letters that no key has come through as the device writes them', () => {
    const onText = listening()
    type('001085012345||Nguyễn Văn Án')
    expect(onText.mock.calls).toEqual([['001085012345||Nguyễn Văn Án']])
  })
})

describe('other typing', () => {
  it('at the speed of fingers is nobody’s business', () => {
    const onText = listening()
    const { eaten, endEaten } = type(HC1, { pause: 120 })
    expect([eaten, endEaten]).toEqual(['', false])
    expect(onText).not.toHaveBeenCalled()
  })

  it.each(['input', 'textarea', 'select'])('into a field is never touched: %s', (tag) => {
    const onText = listening()
    const target = document.body.appendChild(document.createElement(tag))
    expect(type(HC1, { target })).toEqual({ eaten: '', endEaten: false })
    expect(onText).not.toHaveBeenCalled()
  })

  it('into what can be edited is never touched', () => {
    const onText = listening()
    const target = document.body.appendChild(document.createElement('div'))
    target.contentEditable = 'true'
    expect(type(HC1, { target })).toEqual({ eaten: '', endEaten: false })
    expect(onText).not.toHaveBeenCalled()
  })

  it('on a button, a scanner does not press it', () => {
    const onText = listening()
    const target = document.body.appendChild(document.createElement('button'))
    expect(type(HC1, { target }).eaten).toContain(' ')
    expect(onText).toHaveBeenCalledOnce()
  })

  it.each(['', 'A', 'SHORT'])('without enough before the end is no scan: %s', (text) => {
    const onText = listening()
    expect(type(text).endEaten).toBe(text === 'SHORT')
    expect(onText).not.toHaveBeenCalled()
  })

  it('after the listening ended is not heard', () => {
    const onText = vi.fn()
    onWedge(document, onText)()
    type(HC1)
    expect(onText).not.toHaveBeenCalled()
  })
})
