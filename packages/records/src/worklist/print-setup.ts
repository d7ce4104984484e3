import { defaultCodeSets } from '../codes/default-code-sets.ts'
import { type Column, headMarks, type Prompt, type SheetWords } from './columns.ts'
import type { SheetLines } from './sheet.ts'
import { formOf } from './sheet-form.ts'
import { columnName, xmlText } from './sheet-xml.ts'

export const SHEET = 'Danh sach'
/** The first of two rows of headings, from 1. */
export const HEADING_ROW: number = headMarks.length + 1
const FIRST_ROW = HEADING_ROW + 2

/** The heading rows are repeated on every page (ECMA-376 §18.2.5). */
export const printTitles: string = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${SHEET}'!$${HEADING_ROW}:$${HEADING_ROW + 1}</definedName>`

/** In letters; together so narrow that a page of A4 can still be read. */
const widths: Readonly<Partial<Record<Column, number>>> = {
  row_key: 10,
  doses: 5,
  reasons: 34,
  number_meaning: 12,
  full_name_declared: 15,
  full_name_proposed: 13,
  full_name_corrected: 16,
  birth_date_declared: 10.5,
  birth_date_proposed: 10.5,
  birth_date_corrected: 10.5,
  sex_declared: 6,
  sex_proposed: 6,
  sex_corrected: 6.5,
  contact: 11.5,
  address: 14,
  evidence: 9,
  outcome: 8.5,
  note: 11,
  person: 20,
  advice: 38,
  timeline: 36,
  product_declared: 11.5,
  product_corrected: 11.5,
  lot_declared: 11,
  lot_corrected: 11,
  dose_date_declared: 11.5,
  dose_date_corrected: 11.5,
  dose_number_declared: 7,
  dose_number_corrected: 7,
  dose_class_declared: 8,
  dose_class_corrected: 9,
  facility_declared: 13,
  facility_corrected: 9,
  country_declared: 8,
  country_corrected: 8,
  evidence_declared: 9,
  evidence_corrected: 10,
  proposed: 13,
  duplicate_of: 9,
}
const USUAL_WIDTH = 13.5

/** What stands before the cells: one page wide, headings that stand still, widths. */
export function sheetTop(columns: readonly Column[]): string {
  const cols = columns.map((column, at) => {
    return `<col min="${at + 1}" max="${at + 1}" width="${widths[column] ?? USUAL_WIDTH}" customWidth="1"/>`
  })
  return (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">' +
    `<pane ySplit="${HEADING_ROW + 1}" topLeftCell="A${FIRST_ROW}" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols>`
  )
}

/**
 * What stands behind the cells. Locked are all that nobody may change, without a password: it keeps from slips. The table
 * may be filtered; where one figure or word of a few belongs, the sheet offers them.
 */
export function sheetEnd(lines: SheetLines, merged: readonly string[], listId: string, words: SheetWords): string {
  const { columns, rows } = lines
  const last = FIRST_ROW + rows.length - 1
  const table = `A${HEADING_ROW + 1}:${columnName(columns.length - 1)}${last}`
  const merges = merged.map((place) => `<mergeCell ref="${place}"/>`)
  return (
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>' +
    `<autoFilter ref="${table}"/><mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` +
    `${offers(lines, last, words)}<printOptions horizontalCentered="1"/>` +
    '<pageMargins left="0.3" right="0.3" top="0.4" bottom="0.5" header="0.2" footer="0.2"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>&amp;L ${listId}&amp;R&amp;P/&amp;N</oddFooter></headerFooter>`
  )
}

type Offer = readonly [column: Column, prompt: Prompt, attributes: string, formula: (first: string) => string]

/** Data validations (§18.3.1.33): lists are kept to, the length of a number and a product are only asked about. */
function offers({ kind, columns }: SheetLines, last: number, words: SheetWords): string {
  const figures = among(Object.keys(formOf(kind).outcomes))
  const own = kind === 'dose' ? doseOffers(words, figures) : personOffers(words, figures, kind === 'foreign')
  const all = own.map(([column, name, attributes, formula]) => {
    const letters = columnName(columns.indexOf(column))
    const prompt = xmlText(words.prompts[name])
    return (
      `<dataValidation ${attributes} allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${prompt}" ` +
      `prompt="${prompt}" sqref="${letters}${FIRST_ROW}:${letters}${last}">${formula(`${letters}${FIRST_ROW}`)}</dataValidation>`
    )
  })
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`
}

const none = (): string => ''

function among(texts: readonly string[]): () => string {
  return () => `<formula1>"${xmlText(texts.join(','))}"</formula1>`
}

function personOffers({ sex }: SheetWords, figures: () => string, isForeign: boolean): readonly Offer[] {
  const length = (first: string): string => `<formula1>OR(LEN(${first})=9,LEN(${first})=12)</formula1>`
  return [
    ['outcome', 'outcome', 'type="list"', figures],
    ['sex_corrected', 'sex_corrected', 'type="list"', among([sex.male, sex.female])],
    isForeign
      ? ['id_number_corrected', 'passport', 'type="none"', none]
      : ['id_number_corrected', 'id_number_corrected', 'type="custom" errorStyle="warning"', length],
    ['birth_date_corrected', 'birth_date_corrected', 'type="none"', none],
  ]
}

function doseOffers({ dose }: SheetWords, figures: () => string): readonly Offer[] {
  const products = defaultCodeSets.products.filter(({ licensed }) => licensed !== undefined).map(({ name }) => name)
  return [
    ['outcome', 'dose_outcome', 'type="list"', figures],
    ['product_corrected', 'product_corrected', 'type="list" errorStyle="warning"', among(products)],
    ['dose_class_corrected', 'dose_class_corrected', 'type="list"', among(Object.values(dose.classes))],
    ['dose_date_corrected', 'dose_date_corrected', 'type="none"', none],
    ['duplicate_of', 'duplicate_of', 'type="none"', none],
  ]
}
