import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type PassFields, passPdf } from '../../src/pdf/index.ts'
import { readCode } from '../read-code.ts'
import { textOf } from '../texts.ts'
import { hasPoppler, poppler } from './poppler.ts'
import { readGrey } from './read-grey.ts'
import { options, pass } from './sample-pass.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

function seen(fields: PassFields, more: object = {}) {
  const printed = passPdf(fields, { ...options, ...more })
  if (!printed.ok) throw new Error(printed.code)
  return poppler(folder, printed.bytes)
}

describe.skipIf(!hasPoppler())('what poppler sees of a page', () => {
  it('reads the code at the resolutions of a screen, an office printer and a small photo', async () => {
    const page = seen(pass)
    for (const dotsPerInch of [110, 150, 300]) {
      expect(await readCode(page.picture(dotsPerInch)), `${dotsPerInch} dpi`).toMatchObject({
        text: pass.text,
        level: 'Q',
      })
    }
  })

  it('reads a small and a large code, and one of the largest symbol', async () => {
    for (const qrMillimetres of [35, 60])
      expect((await readCode(seen(pass, { qrMillimetres }).picture(200))).text).toBe(pass.text)
    const longest = textOf(4296)
    const page = seen({ ...pass, text: longest }, { qrMillimetres: 60 })
    expect((await readCode(page.picture(300))).text).toBe(longest)
  })

  it('copies every text as it was written, with its diacritics', () => {
    const text = seen(pass).text()
    const { name, vaccine, product, maker, issuer, uvci, state } = pass
    const written = [name.written, vaccine.vi, vaccine.en, product, maker, issuer, uvci, state.vi, state.en]
    for (const one of [...written, 'Bệnh dịch mà chứng nhận nhắm tới', '02/10/1983', '18 Sep 2021', '2/3'])
      expect(text.includes(one), one).toBe(true)
    expect(text).toContain('NGUYEN THI DANG UONG')
  })

  it('copies every character of the font that it lets through', () => {
    const capitals = 'ĂẮẰẲẴẶÂẤẦẨẪẬĐÊẾỀỂỄỆÔỐỒỔỖỘƠỚỜỞỠỢ'
    const small = 'ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữự'
    const text = seen({ ...pass, product: capitals, maker: small }).text()
    expect(text).toContain(capitals)
    expect(text).toContain(small)
    expect(seen({ ...pass, maker: 'Ðorđe fi ffl AVA Tý' }).text()).toContain('Ðorđe fi ffl AVA Tý')
  })

  it('copies a text of loose marks composed', () => {
    const page = seen({ ...pass, name: { ...pass.name, written: pass.name.written.normalize('NFD') } })
    expect(page.text()).toContain('Nguyễn Thị Đặng Ường')
  })

  it('embeds all fonts, with what each glyph means', () => {
    const fonts = seen(pass).fonts().trim().split('\n').slice(2)
    expect(fonts).toHaveLength(2)
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/)
  })

  it('is tagged: headings, a table of eleven rows, and the code as a figure', () => {
    const page = seen(pass)
    expect(page.info()).toMatch(/Tagged: +yes/)
    const structure = page.structure()
    expect(structure.match(/^ *TR/gm)).toHaveLength(11)
    expect(structure.match(/^ *TH/gm)).toHaveLength(11)
    expect(structure).toMatch(/H1[\s\S]*Chứng nhận[\s\S]*Figure[\s\S]*H2[\s\S]*Table/)
  })

  it('writes nothing on a fold', () => {
    const { width, height, dark } = readGrey(seen(pass, { qrMillimetres: 60 }).grey(100))
    const margin = Math.round((11 / 25.4) * 100)
    const foldX = Math.round((105 / 25.4) * 100)
    const foldY = Math.round((148.5 / 25.4) * 100)
    const crossing = { x: 0, y: 0 }
    for (let y = margin; y < height - margin; y += 1) if (dark(foldX, y)) crossing.x += 1
    for (let x = margin; x < width - margin; x += 1) if (dark(x, foldY)) crossing.y += 1
    // Only the twelve rules of the table pass under the fold, each at most two pixels high.
    expect(crossing.x).toBeLessThanOrEqual(24)
    expect(crossing.y).toBe(0)
  })
})
