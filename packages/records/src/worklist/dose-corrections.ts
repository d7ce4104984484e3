import { defaultCodeSets } from '../codes/default-code-sets.ts'
import { readProduct } from '../codes/read-product.ts'
import { readDate } from '../dates/read-date.ts'
import { readDoseClass, readDoseNumber } from '../dose/dose-number.ts'
import { isEvidence } from '../dose/evidence.ts'
import { readLotText } from '../dose/lot-text.ts'
import { readNationality } from '../identity/nationality.ts'
import { tidyText } from '../names/canonical.ts'
import { type Correction, isTakenForDate } from './corrections.ts'
import type { DoseField } from './dose.ts'
import type { RowCode } from './problem.ts'

/** What else decides how a correction is read: where the dose was given, and the day of the list. */
export interface DoseReading {
  readonly country: string
  /** Nothing was given later. */
  readonly issued: string
}

const LONGEST = 200

const readers: Readonly<Record<DoseField, (text: string, reading: DoseReading) => Correction>> = {
  product: (text, { country }) => taken(readProduct(text, defaultCodeSets, country), 'worklist.product'),
  lot: (text) => taken(readLotText(text) === 'possible' ? tidyText(text).toUpperCase() : undefined, 'worklist.lot'),
  dose_date: (text, { issued }) => {
    const date = readDate(text, 'dmy')
    const isDay = date?.precision === 'day' && !date.isAmbiguous && !date.isShortYear && !isTakenForDate(date)
    return taken(isDay && date.iso <= issued ? date.iso : undefined, 'worklist.dose-date')
  },
  dose_number: (text) => taken(readDoseNumber(text)?.toString(), 'worklist.dose-number'),
  dose_class: (text) => taken(readDoseClass(text), 'worklist.dose-class'),
  facility: (text) => taken(/^[0-9A-Za-z._-]{1,20}$/.test(text) ? text : undefined, 'worklist.facility'),
  country: (text) => taken(readNationality(text), 'worklist.country'),
  evidence: (text) => taken(isEvidence(text) && text.length <= LONGEST ? text : undefined, 'worklist.evidence'),
}

/** Reads what whoever gave a dose wrote into a corrected cell: products by code or name, days day first. */
export function readDoseCorrection(field: DoseField, text: string, reading: DoseReading): Correction {
  return readers[field](text, reading)
}

function taken(value: string | undefined, code: RowCode): Correction {
  return value === undefined ? { code } : { value }
}
