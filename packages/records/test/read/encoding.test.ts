import { describe, expect, it } from 'vitest'
import { detectEncoding, type Encoding } from '../../src/read/encoding.ts'
import { decode1252, decode1258 } from '../../src/read/single-byte.ts'
import { inShort, rowsOf } from './rows-of.ts'

const names = ['Nguyễn Văn Đức', 'Trần Thị Ngọc Ánh', 'Đỗ Đình Ước', 'Lê Hoàng Phượng', 'Phạm Quốc Khánh']
const text = `full_name,birth_date,lot\n${names.map((name) => `${name},13/05/1985,A1`).join('\n')}\n`
const read = names.map((name, index) => [index + 2, { full_name: name, birth_date: '13/05/1985', lot: 'A1' }])

function bigEndian(buffer: Buffer): Buffer {
  return Buffer.from(buffer).swap16()
}

/** Windows-1258 as Windows writes it: ê, ă, â, ô, ơ, ư, đ as one byte each, tones behind their vowel. */
function as1258(content: string): Buffer {
  const table = new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const apart = content.normalize('NFD').replace(/([aeouAEOU])([\u0300-\u036f]+)/g, compose)
  return Buffer.from(Array.from(apart.normalize('NFC') === content ? apart : content, (one) => table.indexOf(one)))
}

/** The vowel with its shape, then its tone. */
function compose(_: string, vowel: string, marks: string): string {
  const shape = marks.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
  return (vowel + shape).normalize('NFC') + marks.replace(shape, '')
}

const utf16 = Buffer.from(text, 'utf16le')
const forms: readonly (readonly [string, Buffer, Encoding])[] = [
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
  ['UTF-16 LE', utf16, 'utf-16le'],
  ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE', bigEndian(utf16), 'utf-16be'],
  ['UTF-16 BE with a mark', bigEndian(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'utf-16be'],
  ['Windows-1258', as1258(text), 'windows-1258'],
]

describe('telling how a file is written', () => {
  it.each(forms)('reads %s', async (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding)
    expect((await rowsOf(bytes)).map(inShort)).toEqual(read)
    expect((await rowsOf(bytes, {}, 5)).map(inShort)).toEqual(read)
  })

  it('takes bytes of TCVN3 for Windows-1252, in which the survey finds them', async () => {
    const bytes = Buffer.from(`full_name,lot\n${'NguyÔn V¨n §øc,A\nTrÇn ThÞ BÝch,B\n'.repeat(3)}`, 'latin1')
    expect(detectEncoding(bytes)).toBe('windows-1252')
    expect(inShort((await rowsOf(bytes))[0] as never)).toEqual([2, { full_name: 'NguyÔn V¨n §øc', lot: 'A' }])
  })

  it('lets the first marks decide where the first 64 kB have none', async () => {
    const plain = `full_name,lot\n${'Nguyen Van An,A1\n'.repeat(5000)}`
    const rows = await rowsOf(Buffer.concat([Buffer.from(plain), as1258(`${names.join(',B\n')},B\n`)]))
    expect(rows).toHaveLength(5005)
    expect(rows.at(-1)).toMatchObject({ values: { full_name: 'Phạm Quốc Khánh' } })
  })

  it('reports rows that are no UTF-8 in a file that else is, whatever they could be', async () => {
    const rows = await rowsOf(Buffer.concat([Buffer.from(text), as1258('Đỗ Đình Ước,1,A\n')]))
    expect(rows.slice(0, 5).map(inShort)).toEqual(read)
    expect(rows[5]).toMatchObject({ reason: 'encoding' })
  })

  it('reports lone surrogates and an odd byte in UTF-16', async () => {
    const rows = await rowsOf(
      Buffer.concat([Buffer.from(`\uFEFFfull_name,lot\nA\uD800,1\nB,2\nC,3`, 'utf16le'), Buffer.of(65)]),
    )
    expect(rows.map(inShort)).toEqual([
      [2, 'encoding', 'A\uFFFD,1'],
      [3, { full_name: 'B', lot: '2' }],
      [4, 'encoding', 'C,3\uFFFD'],
    ])
  })

  it('knows both code pages as the platform does', () => {
    const undefinedBytes = [0x81, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x9a, 0x9d, 0x9e]
    for (let byte = 0x20; byte < 256; byte += 1) {
      if (undefinedBytes.includes(byte)) continue
      const one = Buffer.of(byte)
      expect(decode1258(one)).toBe(new TextDecoder('windows-1258').decode(one).normalize('NFC'))
      // Windows-1254 is 1252 but for six letters, and no platform takes it for Latin-1.
      const isTurkish = [0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe].includes(byte)
      if (!isTurkish) expect(decode1252(one)).toBe(new TextDecoder('windows-1254').decode(one))
    }
  })
})
