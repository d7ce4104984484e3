import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkPng } from '../../src/pictures/png-file.ts'
import { chunkOf, pngOf } from './craft.ts'

const unreadable = expect.objectContaining({ code: 'picture.unreadable' })
const tooLarge = expect.objectContaining({ code: 'picture.too-large' })

describe('checkPng', () => {
  it('tells the size of a picture that holds what it claims', () => {
    const png = pngOf({ width: 20, height: 3, scanlines: new Uint8Array(21 * 3) })
    expect(checkPng(png)).toEqual({ kind: 'png', width: 20, height: 3 })
  })

  it.each([
    { depth: 1, colourType: 0, bytes: 3 },
    { depth: 16, colourType: 0, bytes: 34 },
    { depth: 8, colourType: 2, bytes: 51 },
    { depth: 4, colourType: 3, bytes: 9 },
    { depth: 8, colourType: 4, bytes: 34 },
    { depth: 16, colourType: 6, bytes: 136 },
  ])('takes scanlines of depth $depth and colour type $colourType', ({ depth, colourType, bytes }) => {
    const png = pngOf({ width: 17, height: 50, depth, colourType, scanlines: new Uint8Array((1 + bytes) * 50) })
    expect(checkPng(png)).toMatchObject({ width: 17, height: 50 })
  })

  it.each([
    { width: 60_000, height: 60_000 },
    { width: 0xffffffff, height: 0xffffffff },
    { width: 4097, height: 4096 },
    { width: 4000, height: 4000, colourType: 6 },
  ])('refuses to unpack $width × $height pixels', (size) => {
    expect(() => checkPng(pngOf(size))).toThrow(tooLarge)
  })

  it('refuses more pixels than the head claims, without unpacking them', () => {
    const bomb = pngOf({ width: 10, height: 10, scanlines: new Uint8Array(50_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(() => checkPng(bomb)).toThrow(tooLarge)
  })

  it('finds the pixels of a bomb in any number of chunks', () => {
    const data = deflateSync(new Uint8Array(1_000_000))
    const pieces = Array.from(data, (byte) => chunkOf('IDAT', Uint8Array.of(byte)))
    expect(() => checkPng(pngOf({ width: 10, height: 10, extra: pieces }))).toThrow(tooLarge)
  })

  it.each([
    { name: 'no width', png: pngOf({ width: 0, height: 10 }) },
    { name: 'no height', png: pngOf({ width: 10, height: 0 }) },
    { name: 'a depth that does not exist', png: pngOf({ width: 1, height: 1, depth: 3 }) },
    { name: 'a colour type that does not exist', png: pngOf({ width: 1, height: 1, colourType: 5 }) },
    { name: 'no head', png: Buffer.from('89504e470d0a1a0a', 'hex') },
    { name: 'another chunk first', png: pngOf({ width: 1, height: 1 }).fill('X', 12, 16) },
    { name: 'a truncated head', png: pngOf({ width: 1, height: 1 }).subarray(0, 20) },
    { name: 'truncated pixels', png: pngOf({ width: 9, height: 9, scanlines: new Uint8Array(90) }).subarray(0, 50) },
    { name: 'a chunk that changes the meaning of others', png: withChunk('CgBI') },
  ])('refuses a picture with $name', ({ png }) => {
    expect(() => checkPng(png)).toThrow(unreadable)
  })

  it('passes over chunks that a reader need not know', () => {
    expect(checkPng(withChunk('tEXt'))).toMatchObject({ width: 1, height: 1 })
  })
})

function withChunk(type: string): Buffer {
  return pngOf({ width: 1, height: 1, scanlines: new Uint8Array(2), extra: [chunkOf(type, Buffer.alloc(4))] })
}
