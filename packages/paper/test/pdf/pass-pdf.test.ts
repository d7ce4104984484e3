import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PassFields, passPdf } from '../../src/pdf/index.ts'
import { textOf } from '../texts.ts'
import { readPdf } from './read-pdf.ts'
import { options, pass } from './sample-pass.ts'

function bytesOf(fields: PassFields, more: object = {}): Uint8Array {
  const printed = passPdf(fields, { ...options, ...more })
  if (!printed.ok) throw new Error(printed.code)
  return printed.bytes
}

describe('a document', () => {
  const pdf = readPdf(bytesOf(pass))
  const dictionaries = Array.from(pdf.objects.values(), ({ dictionary }) => dictionary)
  const all = dictionaries.join('\n')

  it('has the same bytes for the same fields and time, and other bytes at another time', () => {
    expect(bytesOf(pass)).toEqual(bytesOf(pass))
    expect(bytesOf(pass)).not.toEqual(bytesOf(pass, { createdAt: new Date(0) }))
  })

  it('says that it is PDF/A-2a, and when it was made, in both places alike', () => {
    const metadata = Array.from(pdf.objects.values()).find(({ dictionary }) => dictionary.includes('/Subtype /XML'))
    const xml = metadata?.stream.toString('utf8') ?? ''
    expect(metadata?.dictionary).not.toContain('/Filter')
    expect(xml).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xml).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(xml).toContain('<xmp:CreateDate>2026-03-02T00:00:00Z</xmp:CreateDate>')
    expect(all).toContain('(D:20260302000000Z)')
    expect(xml).toContain('Chứng nhận tiêm chủng · Vaccination certificate')
  })

  it('keeps what PDF/A-2 asks of objects: an output intent, an id, no transparency, no scripts, no outside', () => {
    expect(all).toMatch(/\/S \/GTS_PDFA1/)
    expect(pdf.trailer).toMatch(/\/ID \[<\w{32}> <\w{32}>\]/)
    expect(all).not.toMatch(/\/(SMask|CA|ca|BM|JavaScript|JS|Launch|URI|Encrypt|EmbeddedFiles|Group)\b/)
    expect(all).toMatch(/\/MarkInfo|\/Marked true/)
    expect(all).toContain('/Lang (vi-VN)')
  })

  it('prints with the black ink alone: grey is the only colour space', () => {
    for (const content of [...pdf.contents, ...formsOf(pdf)]) {
      expect(content).not.toMatch(/(^|\s)(rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh)(\s|$)/m)
      expect(content).toMatch(/ [gG]\b/)
    }
  })

  it('marks every operator that draws, as content of the tree or as an artifact', () => {
    const [content = ''] = pdf.contents
    let depth = 0
    for (const line of content.split('\n')) {
      if (/B[DM]C$/.test(line)) depth += 1
      else if (line === 'EMC') depth -= 1
      else if (/ (TJ ET|re|Do)$|^f Q$/.test(line)) expect(depth, line).toBeGreaterThan(0)
    }
    expect(depth).toBe(0)
  })

  it('tells nothing of the person outside the page', () => {
    const outside = [...dictionaries, pdf.trailer].join('\n')
    for (const secret of ['Nguy', 'NGUYEN', '1983', 'FFFE3D31', 'HC1:']) expect(outside).not.toContain(secret)
  })

  it('names the largest module, and says when it is too fine', () => {
    expect(passPdf(pass, options)).toMatchObject({ ok: true, module: 50 / 93, isFine: false })
    expect(passPdf({ ...pass, text: textOf(4296) }, options)).toMatchObject({ ok: true, isFine: true })
  })
})

describe('a name', () => {
  it('of another script is told in the letters of the passport, never in boxes', () => {
    for (const written of ['Иван Петров', 'ສົມສັກ', 'דוד', '李明', 'Y Ƀluk', 'e\u0301\u0323\u0323']) {
      const [content = ''] = readPdf(bytesOf({ ...pass, name: { written, icao: 'PETROV<<IVAN' } })).contents
      expect(content).not.toContain('<0000')
    }
  })

  it('of two times eighty letters is set within its row, smaller and over more lines', () => {
    for (const part of ['Nguyễn', 'Ường', 'ĐẶNG', 'Wolfeschlegelsteinhausenbergerdorff']) {
      const name = Array.from({ length: 40 }, () => part)
        .join(' ')
        .slice(0, 80)
      const icao = `${'NGUYEN<'.repeat(11)}NGU`
      const long = { written: `${name} ${name}`, icao: `${icao}<<${icao}` }
      expect(passPdf({ ...pass, name: long }, options).ok, part).toBe(true)
    }
  })

  it('of more wide letters than the row holds is refused, not cut', () => {
    const name = { written: 'W'.repeat(320), icao: 'W' }
    expect(passPdf({ ...pass, name }, options)).toEqual({ ok: false, code: 'pass.too-long', field: 'name' })
  })
})

describe('a refusal', () => {
  const refused = (changes: Partial<PassFields>) => passPdf({ ...pass, ...changes }, options)

  it.each(['\u202egnp.exe', 'a\u0000b', 'a\nb', 'a\u200bb', 'Υπουργείο', '\ud800', '', '   '])(
    'names the field that cannot be printed (%j)',
    (text) => {
      expect(refused({ issuer: text })).toEqual({ ok: false, code: 'pass.unprintable', field: 'issuer' })
      expect(refused({ uvci: text })).toEqual({ ok: false, code: 'pass.unprintable', field: 'uvci' })
      expect(refused({ nationality: { vi: text, en: 'x' } })).toMatchObject({ field: 'nationality' })
      expect(refused({ name: { written: 'An', icao: text } })).toMatchObject({ field: 'name' })
    },
  )

  it('names what is too long, no date, and no QR text', () => {
    expect(refused({ maker: 'W'.repeat(321) })).toEqual({ ok: false, code: 'pass.too-long', field: 'maker' })
    expect(refused({ issuer: 'W'.repeat(320) })).toEqual({ ok: false, code: 'pass.too-long', field: 'issuer' })
    expect(refused({ birthDate: '02/10/1983' })).toEqual({ ok: false, code: 'pass.date', field: 'birthDate' })
    expect(refused({ doseDate: '2021-13-01' })).toEqual({ ok: false, code: 'pass.date', field: 'doseDate' })
    expect(refused({ text: 'hc1:abc' })).toEqual({ ok: false, code: 'pass.qr', field: 'text' })
    expect(refused({ text: textOf(4297) })).toEqual({ ok: false, code: 'pass.qr', field: 'text' })
  })

  it('or a page is all that comes of any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 })
    fc.assert(
      fc.property(text, text, text, (written, product, birthDate) => {
        const made = passPdf({ ...pass, name: { written, icao: 'A' }, product, birthDate }, options)
        expect(made.ok || made.code.startsWith('pass.')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

function formsOf({ objects }: ReturnType<typeof readPdf>): readonly string[] {
  const forms = Array.from(objects.values()).filter(({ dictionary }) => dictionary.includes('/Subtype /Form'))
  return forms.map(({ stream }) => stream.toString('latin1'))
}
