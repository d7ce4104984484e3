import { describe, expect, it } from 'vitest'
import { placeUnder } from '../../src/camera/place.ts'

/** A phone held upright: the picture is cut off at its sides. */
const shown = { box: { left: 10, top: 100, width: 300, height: 600 }, width: 1200, height: 1200, isMirrored: false }

describe('a place under a finger', () => {
  it('is reckoned in the whole picture, of which a part is seen', () => {
    expect(placeUnder(160, 400, shown)).toEqual({ x: 0.5, y: 0.5 })
    expect(placeUnder(10, 100, shown)).toEqual({ x: 0.25, y: 0 })
    expect(placeUnder(310, 700, shown)).toEqual({ x: 0.75, y: 1 })
  })

  it('is on the other side of a mirrored picture', () => {
    expect(placeUnder(10, 400, { ...shown, isMirrored: true })).toEqual({ x: 0.75, y: 0.5 })
  })

  it('lies in the picture, and in its middle where there is none', () => {
    expect(placeUnder(-900, 9_000, shown)).toEqual({ x: 0, y: 1 })
    const none = { box: { left: 0, top: 0, width: 0, height: 0 }, width: 0, height: 0, isMirrored: false }
    expect(placeUnder(3, 4, none)).toEqual({ x: 0.5, y: 0.5 })
  })
})
