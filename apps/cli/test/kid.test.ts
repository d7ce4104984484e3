import { InvalidArgumentError } from 'commander'
import { describe, expect, it } from 'vitest'
import { collectKid, readKid } from '../src/kid.ts'

describe('a kid of the command line', () => {
  it('is 8 bytes in base64', () => {
    expect(readKid('AQIDBAUGBwg=')).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))
  })

  it.each(['', 'AQIDBAUGBwg', 'AQIDBAUGBw==', 'AQIDBAUGBwgJ', 'AQIDBAUGBwh=', 'AQID_AUGBwg=', ' AQIDBAUGBwg='])(
    'is not %j',
    (text) => {
      expect(readKid(text)).toBeUndefined()
    },
  )

  it('is nobody’s when all of it is 0', () => {
    expect(readKid('AAAAAAAAAAA=')).toBeUndefined()
  })

  it('joins those before it, or is refused', () => {
    const [first] = collectKid('AQIDBAUGBwg=', [])
    expect(collectKid('CAcGBQQDAgE=', [first as Uint8Array])).toEqual([
      readKid('AQIDBAUGBwg='),
      readKid('CAcGBQQDAgE='),
    ])
    expect(() => collectKid('kid', [])).toThrow(InvalidArgumentError)
  })
})
