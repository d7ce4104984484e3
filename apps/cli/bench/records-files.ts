import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Context, defaultCodeSets } from '@vaxcert/records'
import type { Dirt } from '../src/invented/column-forms.ts'
import { planOf } from '../src/invented/plan.ts'
import { writeSample } from '../src/invented/write-sample.ts'
import { readCodeLists } from '../src/records/code-lists.ts'
import { confirmedOf, readDecisions } from '../src/records/decisions.ts'
import { inventedDoses } from './dose-rows.ts'

/** Rows to measure with, and what they are judged by. */
export type MeasuredFile = Pick<Context, 'codes' | 'confirmed'> & { readonly text: string }

const SEED = 4_711
const lists = { lots: 'lots.csv', facilities: 'facilities.csv', communes: 'communes.csv', cancelled: 'cancelled.csv' }

/** Rows of which a few in a hundred are dirty; no lists. */
export function inventedFile(rows: number): MeasuredFile {
  return { text: inventedDoses(rows), codes: defaultCodeSets, confirmed: new Map() }
}

/** A sample as `vaxcert sample` makes it. */
export function provinceFile(rows: number, dirt: Dirt): MeasuredFile {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-bench-'))
  try {
    writeSample(planOf(rows, SEED, dirt), folder, () => {})
    const bytes = readFileSync(join(folder, 'doses.csv'))
    const decisions = readDecisions(readFileSync(join(folder, 'decisions.json'), 'utf8'))
    return { text: textOf(bytes), codes: readCodeLists(lists, folder), confirmed: confirmedOf(decisions) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function textOf(bytes: Buffer): string {
  return bytes[0] === 0xff ? new TextDecoder('utf-16le').decode(bytes) : new TextDecoder().decode(bytes)
}
