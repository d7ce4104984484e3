import { codeStatus } from '@vaxcert/core/dcc'
import { Fault } from '@vaxcert/core/fault'
import { isDay } from '../dates/days.ts'
import { lotKey } from '../dose/lot-key.ts'
import type { Facility, Lot } from './code-sets.ts'
import { readTable } from './read-table.ts'

/**
 * The lots that came into the country: `lot,product,arrived,expires[,extended]`. `product` is an `mp` code; days are
 * "2021-07-07"; `extended` is the last day after an extension by the ministry. Their map is by `lotKey`.
 * @throws Fault `record.lots`
 */
export function readLots(csv: string): ReadonlyMap<string, Lot> {
  const fault = 'record.lots'
  const rows = readTable(csv, { fault, columns: ['lot', 'product', 'arrived', 'expires'], optional: ['extended'] })
  const lots = rows.map(({ lot, product, arrived, expires, extended }) => {
    if (codeStatus('vaccines-covid-19-names', product) !== 'active') throw new Fault(fault, 'not a product code')
    const last = dayOrNone(extended, fault) ?? day(expires, fault)
    if (day(expires, fault) > last || day(arrived, fault) > last) throw new Fault(fault, 'days in the wrong order')
    return [lotKey(lot), { lot, mp: product, arrived, expires: last }] as const
  })
  return mapOf(lots, fault)
}

/**
 * Who may vaccinate: `code,name,province,commune[,opened,closed]`. `province` and `commune` are codes.
 * @throws Fault `record.facilities`
 */
export function readFacilities(csv: string): ReadonlyMap<string, Facility> {
  const fault = 'record.facilities'
  const columns = ['code', 'name', 'province', 'commune'] as const
  const rows = readTable(csv, { fault, columns, optional: ['opened', 'closed'] })
  const facilities = rows.map(({ opened, closed, ...facility }) => {
    const first = dayOrNone(opened, fault)
    const last = dayOrNone(closed, fault)
    if (!/^\d{2}$/.test(facility.province)) throw new Fault(fault, 'not a province code')
    const life = { ...(first === undefined ? {} : { opened: first }), ...(last === undefined ? {} : { closed: last }) }
    return [facility.code, { ...facility, ...life }] as const
  })
  return mapOf<Facility>(facilities, fault)
}

/**
 * Communes: `list,code,name`, `list` being "2004-63" or "2025-34".
 * @throws Fault `record.communes`
 */
export function readCommunes(csv: string): ReadonlyMap<string, string> {
  const fault = 'record.communes'
  const communes = readTable(csv, { fault, columns: ['list', 'code', 'name'] }).map(({ list, code, name }) => {
    if (list !== '2004-63' && list !== '2025-34') throw new Fault(fault, 'not a list of units')
    if (!/^\d{5}$/.test(code)) throw new Fault(fault, 'not a commune code')
    return [`${list}/${code}`, name] as const
  })
  return mapOf(communes, fault)
}

/**
 * Personal numbers that hold no longer: `cancelled,current`.
 * @throws Fault `record.cancelled-numbers`, also where a current number is itself cancelled
 */
export function readCancelledNumbers(csv: string): ReadonlyMap<string, string> {
  const fault = 'record.cancelled-numbers'
  const numbers = readTable(csv, { fault, columns: ['cancelled', 'current'] }).map(({ cancelled, current }) => {
    if (!/^\d{9}(?:\d{3})?$/.test(cancelled) || !/^\d{12}$/.test(current)) throw new Fault(fault, 'not a number')
    return [cancelled, current] as const
  })
  const map = mapOf(numbers, fault)
  if ([...map.values()].some((current) => map.has(current))) throw new Fault(fault, 'the current number is cancelled')
  return map
}

function mapOf<T>(entries: readonly (readonly [string, T])[], fault: string): ReadonlyMap<string, T> {
  const map = new Map(entries)
  if (map.size !== entries.length) throw new Fault(fault, 'a key is there twice')
  return map
}

function dayOrNone(text: string, fault: string): string | undefined {
  return text === '' ? undefined : day(text, fault)
}

function day(text: string, fault: string): string {
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (!isWritten || !isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))) {
    throw new Fault(fault, 'not a day')
  }
  return text
}
