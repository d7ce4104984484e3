import { type ZipEntry, zipEntry } from './zip-writer.ts'

/** How a cell looks, by its place among the styles of the workbook. */
export const styles = {
  plain: 0,
  /** In the table. */
  body: 1,
  /** Declared, and asked about. */
  asked: 2,
  proposed: 3,
  /** To be filled. */
  open: 4,
  heading: 5,
  openHeading: 6,
  /** For the program that reads the sheet back. */
  machine: 7,
  mark: 8,
  label: 9,
  value: 10,
  title: 11,
} as const
export type Style = keyof typeof styles

const font = (size: number, more = ''): string =>
  `<font>${more}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`
const colour = (rgb: string): string => `<color rgb="FF${rgb}"/>`
const fonts = [
  font(11),
  font(11, '<b/>'),
  `<font><b/><sz val="11"/>${colour('A61C00')}<name val="Times New Roman"/><family val="1"/></font>`,
  `<font><sz val="11"/>${colour('0B5394')}<name val="Times New Roman"/><family val="1"/></font>`,
  `<font><sz val="6"/>${colour('777777')}<name val="Times New Roman"/><family val="1"/></font>`,
  font(14, '<b/>'),
]
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FFF2B3'),
  solid('EEEEEE'),
  solid('FCE5DD'),
]
const side = (name: string): string => `<${name} style="thin">${colour('888888')}</${name}>`
const borders = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
]

/** `open` cells are not locked. Every cell is text (format 49, "@"): zeros stay, and nothing becomes a date. */
interface Look {
  readonly font?: number
  readonly fill?: number
  readonly border?: 0 | 1
  readonly isOpen?: boolean
  readonly alignment?: string
}

const looks: Readonly<Record<Style, Look>> = {
  plain: {},
  body: { border: 1 },
  asked: { border: 1, font: 2, fill: 4 },
  proposed: { border: 1, font: 3 },
  open: { border: 1, fill: 2, isOpen: true },
  heading: { border: 1, font: 1, fill: 3, alignment: 'horizontal="center" vertical="center" wrapText="1"' },
  openHeading: { border: 1, font: 1, fill: 2, alignment: 'horizontal="center" vertical="center" wrapText="1"' },
  machine: { border: 1, font: 4, fill: 3, alignment: 'vertical="center"' },
  mark: { font: 4, alignment: 'vertical="top"' },
  label: { font: 1 },
  value: {},
  title: { font: 5 },
}

function xf({
  font = 0,
  fill = 0,
  border = 0,
  isOpen = false,
  alignment = 'vertical="top" wrapText="1"',
}: Look): string {
  return (
    `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" ` +
    `applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment ${alignment}/>` +
    `<protection locked="${isOpen ? 0 : 1}"/></xf>`
  )
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageOf = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`
const stylesXml =
  `<styleSheet ${main}>${list('fonts', fonts)}${list('fills', fills)}${list('borders', borders)}` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `${list('cellXfs', Object.values(looks).map(xf))}` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** All of a workbook with one sheet but the sheet itself (ECMA-376 part 1, §12.3); `names` are defined names, as XML. */
export function workbookParts(sheet: string, names: string): readonly ZipEntry[] {
  const part = (name: string, xml: string): ZipEntry => zipEntry(name, head + xml)
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
    ),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part(
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets>` +
        `<definedNames>${names}</definedNames></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    part('xl/styles.xml', stylesXml),
  ]
}

export function sheetPart(xml: string): ZipEntry {
  return zipEntry('xl/worksheets/sheet1.xml', `${head}<worksheet ${main}>${xml}</worksheet>`)
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageOf}/relationships">${each.join('')}</Relationships>`
}
