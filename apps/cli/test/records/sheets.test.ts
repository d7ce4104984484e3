import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../../../packages/records/test/read/xlsx/workbook-of.ts'
import { planOf } from '../../src/records/cleanse-plan.ts'
import { sheetsLeft } from '../../src/records/cleanse-text.ts'
import { type CleanseSummary, runCleanse } from '../../src/records/run-cleanse.ts'
import { emptyFolder } from '../empty-folder.ts'

const cwd = emptyFolder()
const rowOf = (...cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
const headings = rowOf('dose_id', 'full_name', 'birth_date', 'dose_date')
const doses = (name: string): string => headings + rowOf('D1', name, '15/03/1990', '14/08/2021')
const sheets = { 'Xã Một': doses('Trần Thị Ánh'), 'Ghi chú': rowOf('x'), 'Xã Hai': doses('Lê Văn Bình') }
writeFileSync(join(cwd, 'two.xlsx'), workbookOf({ sheets }))

/** Without rules over the whole set, which need a database. */
async function cleanse(out: string, sheet?: string): Promise<CleanseSummary> {
  mkdirSync(join(cwd, out))
  const io = { cwd, now: () => new Date('2022-05-31T00:00:00Z') } as Parameters<typeof planOf>[2]
  const chosen = sheet === undefined ? {} : { sheet }
  const { set: _, ...plan } = planOf(['two.xlsx'], { out, afresh: false, ...chosen }, io)
  return runCleanse(plan, { survey: () => {}, rows: () => {} })
}

describe('a workbook with several sheets of doses', () => {
  it('is read from the first of them, and says how many are left, not whose', async () => {
    const summary = await cleanse('first')
    expect(summary).toMatchObject({ rows: 1, otherSheets: 1 })
    expect(sheetsLeft(summary)).toContain('1 further sheet with headings not read. Cleanse each with --sheet NAME')
    expect(sheetsLeft(summary)).not.toContain('Xã')
    expect(readFileSync(join(cwd, 'first/listed.csv'), 'utf8')).toContain('Trần Thị Ánh')
  })

  it('is read from the sheet that is chosen, and whoever chose knows of the others', async () => {
    expect(await cleanse('chosen', 'Xã Hai')).toMatchObject({ rows: 1, otherSheets: 0 })
    const listed = readFileSync(join(cwd, 'chosen/listed.csv'), 'utf8')
    expect(listed).toContain('Lê Văn Bình')
    expect(listed).not.toContain('Trần Thị Ánh')
  })

  it('is refused, in words, where there is no sheet of that name', async () => {
    await expect(cleanse('none', 'Xã Ba')).rejects.toThrow('two.xlsx: ')
    await expect(cleanse('none2', 'Xã Ba')).rejects.toThrow('choose the sheet with --sheet')
  })
})

describe('a workbook with one sheet of doses', () => {
  it('has nothing left', () => {
    expect(sheetsLeft({ otherSheets: 0 } as CleanseSummary)).toBe('')
  })
})
