import { isUtf8 } from 'node:buffer'
import { rowCutter } from '../csv/row-cutter.ts'
import { cutFile } from '../cut-file.ts'
import { detectEncoding } from '../encoding.ts'
import { detectFormat } from '../file-format.ts'
import { fileLimits } from '../file-limits.ts'
import { BUNDLE_ENTRIES } from '../json/array-rows.ts'
import { jsonItems } from '../json/json-items.ts'
import { parseJson } from '../json/ndjson-rows.ts'
import { sampleText } from '../sample-text.ts'
import { firstBytes, type RecordSource } from '../source.ts'
import { textBlocks } from '../text-blocks.ts'
import { type Patients, patientTable, resourceOf } from './patients.ts'

/**
 * Reads FHIR files for their Patients, which may stand behind the doses they belong to.
 * @throws Fault `record.patients` when there are more than `fileLimits.patients`
 */
export async function gatherPatients(sources: readonly RecordSource[]): Promise<Patients> {
  const patients = patientTable(fileLimits.patients)
  for (const source of sources) {
    for await (const texts of await resourceTexts(source)) {
      for (const text of texts) if (text.includes('"Patient"')) takePatient(patients, text)
    }
  }
  return patients
}

function takePatient(patients: Patients, text: Buffer): void {
  if (!isUtf8(text)) return
  const { resource, fullUrl } = resourceOf(parseJson(text.toString()))
  patients.take(resource, fullUrl)
}

async function resourceTexts(source: RecordSource): Promise<AsyncIterable<readonly Buffer[]>> {
  const sample = await firstBytes(source, fileLimits.sampleBytes)
  const encoding = detectEncoding(sample)
  const isLines = detectFormat(sample, await sampleText(sample, encoding)) === 'fhir-lines'
  return isLines ? lines(source, encoding) : entries(source, encoding)
}

type SourceEncoding = ReturnType<typeof detectEncoding>

async function* lines(source: RecordSource, encoding: SourceEncoding): AsyncGenerator<readonly Buffer[]> {
  for await (const { block, frames } of cutFile(source, encoding, rowCutter({ rowBytes: fileLimits.itemBytes }))) {
    yield frames.filter(({ broken }) => broken === undefined).map(({ start, end }) => block.subarray(start, end))
  }
}

async function* entries(source: RecordSource, encoding: SourceEncoding): AsyncGenerator<readonly Buffer[]> {
  const blocks = textBlocks(source.open(), encoding)
  for await (const items of jsonItems(blocks, BUNDLE_ENTRIES, fileLimits.itemBytes)) {
    yield items.filter(({ broken }) => broken === undefined).map(({ bytes }) => bytes)
  }
}
