import fc from 'fast-check'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { type Level, qrMatrix } from '../src/index.ts'
import { pixelsOf, readCode } from './read-code.ts'
import { alphabet, charactersAtQ, textOf, texts } from './texts.ts'

const versions = charactersAtQ.map((characters, index) => ({ version: index + 1, characters }))

describe('qrMatrix', () => {
  it.each(versions)('fills version $version with $characters characters at level Q', ({ version, characters }) => {
    expect(qrMatrix(textOf(characters))).toMatchObject({ version, level: 'Q', size: 17 + 4 * version })
  })

  it.each(versions.slice(0, -1))(
    'needs more than version $version for one character more',
    ({ version, characters }) => {
      expect(qrMatrix(textOf(characters + 1))).toMatchObject({ version: version + 1, level: 'Q' })
    },
  )

  it.each(versions)('is read back by another reader on both sides of the border of version $version', async (row) => {
    for (const length of [row.characters, row.characters + 1]) {
      const text = textOf(length)
      const { modules, size, version, level } = qrMatrix(text)
      expect(await readCode(pixelsOf(modules, size, 3))).toEqual({ text, level, version: String(version) })
    }
  })

  it('is read back whatever the text and the level', async () => {
    const levels = fc.constantFrom<Level>('L', 'M', 'Q', 'H')
    await fc.assert(
      fc.asyncProperty(texts(300), levels, async (text, level) => {
        const { modules, size } = qrMatrix(text, { level })
        expect(await readCode(pixelsOf(modules, size, 3))).toMatchObject({ text, level })
      }),
      { numRuns: 60 },
    )
  })

  it('draws what qrcode draws of one alphanumeric segment under the same mask', () => {
    fc.assert(
      fc.property(texts(900), fc.constantFrom<Level>('L', 'M', 'Q', 'H'), (text, level) => {
        const { modules, mask } = qrMatrix(text, { level })
        const options = { errorCorrectionLevel: level, maskPattern: mask }
        const drawn = create([{ data: text, mode: 'alphanumeric' }], options).modules.data
        expect(Array.from(modules)).toEqual(Array.from(drawn))
      }),
      { numRuns: 60 },
    )
  })

  it('holds digits in alphanumeric mode too', () => {
    const { modules, mask } = qrMatrix('1234567890', { level: 'H' })
    const segment = [{ data: '1234567890', mode: 'alphanumeric' as const }]
    const drawn = create(segment, { errorCorrectionLevel: 'H', maskPattern: mask }).modules.data
    expect(Array.from(modules)).toEqual(Array.from(drawn))
  })

  it.each<{ wanted: Level; length: number; level: Level }>([
    { wanted: 'H', length: 1852, level: 'H' },
    { wanted: 'H', length: 1853, level: 'Q' },
    { wanted: 'Q', length: 2421, level: 'M' },
    { wanted: 'Q', length: 3391, level: 'M' },
    { wanted: 'Q', length: 3392, level: 'L' },
    { wanted: 'L', length: 4296, level: 'L' },
  ])('gives $length characters level $level where $wanted is wanted', ({ wanted, length, level }) => {
    expect(qrMatrix(textOf(length), { level: wanted })).toMatchObject({ level })
  })

  it('refuses a text longer than any symbol', () => {
    expect(() => qrMatrix(textOf(4297))).toThrow(TypeError)
  })

  it('refuses a level that does not exist', () => {
    expect(() => qrMatrix('HC1:', { level: 'q' as Level })).toThrow(TypeError)
  })

  it('takes every character of the alphabet and no other of the basic plane', () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const character = String.fromCharCode(code)
      if (alphabet.includes(character)) expect(qrMatrix(character).version).toBe(1)
      else expect(() => qrMatrix(`HC1:${character}`)).toThrow(TypeError)
    }
  })

  it.each(['', 'hc1:', 'HC1:ABC\n', 'HC1:É', 'HC1:😀'])('refuses %j without repeating it', (text) => {
    expect(() => qrMatrix(text)).toThrow('a QR text is not empty and of the alphanumeric alphabet')
  })
})
