import { Fault } from '@vaxcert/core'
import { fileSource, tableRows } from '@vaxcert/records/read'
import type { GivenCount, ReceivedLot } from '@vaxcert/records/sets'

const DAY = /^\d{4}-\d\d-\d\d$/
const NUMBER = /^\d{1,9}$/

/**
 * Doses as facilities counted them on paper: `facility,day,given`; what stands in other columns, such as the class of the
 * dose, is passed over, and so are lines without a facility; those of one facility and day are added up. Any number.
 * @throws Fault `record.counts`
 */
export async function* readGiven(path: string): AsyncGenerator<GivenCount> {
  for await (const [facility = '', day = '', given = ''] of cellsOf(
    path,
    ['facility', 'day', 'given'],
    'record.counts',
  )) {
    if (!DAY.test(day) || !NUMBER.test(given)) throw notOne('record.counts')
    if (facility !== '') yield { facility, day, given: Number(given) }
  }
}

/**
 * What facilities received: `facility,lot,doses`, a line for each delivery; those of one lot are added up.
 * @throws Fault `record.received`
 */
export async function* readReceived(path: string): AsyncGenerator<ReceivedLot> {
  for await (const [facility = '', lot = '', doses = ''] of cellsOf(
    path,
    ['facility', 'lot', 'doses'],
    'record.received',
  )) {
    if (facility === '' || lot === '' || !NUMBER.test(doses)) throw notOne('record.received')
    yield { facility, lot, doses: Number(doses) }
  }
}

async function* cellsOf(path: string, wanted: readonly string[], fault: string): AsyncGenerator<readonly string[]> {
  let places: readonly number[] | undefined
  for await (const batch of tableRows(fileSource(path), wanted[0] as string)) {
    for (const { cells = [] } of batch) {
      if (places !== undefined) yield places.map((place) => (cells[place] ?? '').trim())
      else places = wanted.map((name) => placeOf(cells, name, fault))
    }
  }
  if (places === undefined) throw new Fault(fault, 'the file is empty')
}

function placeOf(headings: readonly string[], name: string, fault: string): number {
  const place = headings.findIndex((heading) => heading.replace('\uFEFF', '').trim() === name)
  if (place < 0) throw new Fault(fault, `there is no column ${name}`)
  return place
}

function notOne(fault: string): Fault {
  return new Fault(fault, 'a line lacks a value, or holds one that is none')
}
