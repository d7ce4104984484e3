import { afterEach, describe, expect, it, vi } from 'vitest'
import { onWedge } from '../../src/inputs/wedge.ts'

const HC1 = 'HC1:6BF OXN%T+$'

interface Typing {
  readonly target?: EventTarget
  /** Milliseconds between two keys. */
  readonly pause?: number
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
}

/** Types as a scanner does; returns the letters whose default was prevented. */
function type(
  text: string,
  { target = document.body, pause = 8, end = 'Enter', capsLock = false, keyOf = (letter) => letter }: Typing = {},
) {
  let at = 1_000
  const press = (key: string, code: string, shiftKey: boolean) => {
    const event = new KeyboardEvent('keydown', {
      key,
      code,
      shiftKey,
      bubbles: true,
      cancelable: true,
      composed: true,
      modifierCapsLock: capsLock,
    })
    at += pause
    Object.defineProperty(event, 'timeStamp', { value: at })
    target.dispatchEvent(event)
    return event.defaultPrevented
  }
  const eaten = Array.from(text, (letter) => {
    const isCapital = /[A-Z]/.test(letter)
    const [code, shifted] = codes[letter] ?? [
      /\d/.test(letter) ? `Digit${letter}` : `Key${letter.toUpperCase()}`,
      isCapital,
    ]
    if (shifted) press('Shift', 'ShiftLeft', true)
    return press(keyOf(letter), code, shifted) ? letter : ''
  })
  return { eaten: eaten.join(''), endEaten: end !== '' && press(end, end, false) }
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
