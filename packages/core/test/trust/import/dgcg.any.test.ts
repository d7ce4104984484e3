import { describe, expect, it } from 'vitest'
import { readDgcg } from '../../../src/trust/import/dgcg.ts'
import { asyncCodeOf } from '../../faults.ts'
import { gatewayEntry, jsonBytes, kidOf } from './makers/lists.ts'
import { anchor, france, noon, stranger, vietNam } from './makers/world.ts'

const key = { spki: anchor.key.spki, certificate: anchor.der }
const entries = [vietNam, france].flatMap(({ csca, uploader, dsc }, index) => {
  const country = ['VN', 'FR'][index] ?? ''
  return [
    gatewayEntry(csca, country, 'CSCA', anchor),
    gatewayEntry(uploader, country, 'UPLOAD', anchor),
    gatewayEntry(dsc, country, 'DSC', uploader),
  ]
})

const read = (list: unknown, at: Date = noon) => readDgcg({ files: [jsonBytes(list)], key, at })

describe('the list of the EU’s gateway', () => {
  it('gives the signers of every country', async () => {
    const { signers, dropped, ...rest } = await read(entries)
    expect(dropped).toEqual([])
    expect(signers.map(({ signer }) => signer.country)).toEqual(['VN', 'FR'])
    expect(signers.map(({ certificate }) => certificate)).toEqual([vietNam.dsc.der, france.dsc.der])
    expect(rest).toEqual({ format: 'dgcg', verified: true, notes: ['undated'] })
  })
})
