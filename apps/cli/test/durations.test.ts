import { InvalidArgumentError } from 'commander'
import { describe, expect, it } from 'vitest'
import { parseDuration, writeAge, writeDuration } from '../src/durations.ts'

describe('a length of time', () => {
  it.each([
    ['90m', 5400],
    ['48h', 172_800],
    ['30d', 2_592_000],
    ['3660d', 316_224_000],
  ])('%s is %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds)
  })

  it.each(['', '0h', '48', 'h', '-1h', '1.5h', '48 h', '1w', '3661d', '99999999m', '48h '])('is not %j', (text) => {
    expect(() => parseDuration(text)).toThrow(InvalidArgumentError)
  })

  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [119, '119 seconds'],
    [120, '2 minutes'],
    [7199, '119 minutes'],
    [7200, '2 hours'],
    [172_799, '47 hours'],
    [172_800, '2 days'],
  ])('of %i seconds is told as %s', (seconds, text) => {
    expect(writeDuration(seconds)).toBe(text)
  })

  it('is an age, unless it lies ahead', () => {
    expect(writeAge(7200)).toBe('2 hours old')
    expect(writeAge(-1)).toBe('from a time that has not come')
  })
})
