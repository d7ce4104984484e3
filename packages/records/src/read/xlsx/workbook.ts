import { Fault } from '@vaxcert/core/fault'
import { fileLimits } from '../file-limits.ts'
import type { RecordSource } from '../source.ts'
import { attribute, elementsNamed, prefixOf, textOfRuns } from './xml.ts'
import { listZip, unzip, type ZipEntry } from './zip.ts'

/** An XLSX file: where its sheets lie, and the texts they share. */
export interface Workbook {
  readonly archive: Buffer
  readonly sheets: readonly Sheet[]
  readonly shared: readonly string[]
}

export interface Sheet {
  readonly name: string
  readonly entry: ZipEntry
}

/** Parts of a workbook other than sheets and texts are small. */
const PART_BYTES = 4 * 1024 * 1024

/**
 * Opens an XLSX file (ECMA-376). The packed file and the texts that sheets share are held, both bounded; sheets are
 * streamed.
 * @throws Fault `record.too-large`; `record.workbook` when it is no workbook, or one whose days count from 1904
 */
export async function openWorkbook(source: RecordSource): Promise<Workbook> {
  const archive = await wholeFile(source)
  const entries = listZip(archive)
  const workbook = await partText(archive, entries.get('xl/workbook.xml'))
  if (/<(?:\w+:)?workbookPr\s[^>]{0,500}date1904\s*=\s*["'](?:1|true)["']/.test(workbook)) {
    throw new Fault('record.workbook', 'its days count from 1904: save it with the 1900 date system')
  }
  const targets = relations(await partText(archive, entries.get('xl/_rels/workbook.xml.rels')))
  const sheets = tags(workbook, 'sheet').flatMap((tag) => sheetOf(tag, targets, entries))
  const sharedTexts = [...targets.values()].find((target) => /sharedStrings[^/]*\.xml$/i.test(target))
  const entry = sharedTexts === undefined ? undefined : entries.get(sharedTexts)
  return { archive, sheets, shared: entry === undefined ? [] : await readShared(archive, entry) }
}

async function wholeFile(source: RecordSource): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of source.open()) {
    size += part.length
    if (size > fileLimits.workbookBytes)
      throw new Fault('record.too-large', 'the workbook is too large: save it as CSV')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function partText(archive: Buffer, entry: ZipEntry | undefined): Promise<string> {
  if (entry === undefined) throw new Fault('record.workbook', 'a part of the workbook is missing')
  const parts: Buffer[] = []
  for await (const part of unzip(archive, entry, PART_BYTES)) parts.push(part)
  return Buffer.concat(parts).toString()
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*`, 'g')) ?? []
}

/** Relation id → path of the part within the archive. */
function relations(xml: string): ReadonlyMap<string, string> {
  const pairs = tags(xml, 'Relationship').map((tag) => {
    const target = attribute(tag, 'Target') ?? ''
    return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const
  })
  return new Map(pairs)
}

/** Charts have no rows, and a sheet whose part is missing has none either. */
function sheetOf(tag: string, targets: ReadonlyMap<string, string>, entries: ReadonlyMap<string, ZipEntry>): Sheet[] {
  const target = targets.get(attribute(tag, '(?:\\w+:)?id') ?? '')
  const entry = target?.includes('sheet') ? entries.get(target) : undefined
  return entry === undefined ? [] : [{ name: attribute(tag, 'name') ?? '', entry }]
}

async function readShared(archive: Buffer, entry: ZipEntry): Promise<readonly string[]> {
  const texts: string[] = []
  const chunks = unzip(archive, entry, fileLimits.sharedTextBytes)
  for await (const found of elementsNamed(chunks, 'si', fileLimits.itemBytes)) {
    for (const { raw } of found) texts.push(textOfRuns(raw, prefixOf(raw)))
  }
  return texts
}
