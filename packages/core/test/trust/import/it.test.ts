import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../src/trust/base64.ts'
import { readIt } from '../../../src/trust/import/it.ts'
import { asyncCodeOf } from '../../faults.ts'
import { jsonBytes, kidOf } from './makers/lists.ts'
import { france, noon, vietNam } from './makers/world.ts'

const certificates = Object.fromEntries([vietNam.dsc, france.dsc].map((made) => [kidOf(made), writeBase64(made.der)]))
const read = (...files: readonly unknown[]) => readIt({ files: files.map(jsonBytes), at: noon, unsigned: true })

describe('Italy’s list', () => {
  it('is read only when the caller says that no signature will do', async () => {
    expect(await asyncCodeOf(readIt({ files: [jsonBytes(certificates)], at: noon }))).toBe('source.unsigned')
    const { signers, ...rest } = await read(certificates)
    expect(signers.map(({ signer }) => signer.country)).toEqual(['VN', 'FR'])
    expect(rest).toEqual({ format: 'it', verified: false, dropped: [], notes: ['unsigned', 'undated'] })
  })

  it('drops what the status does not name, in whatever order the files come', async () => {
    const status = [kidOf(vietNam.dsc)]
    const dropped = [{ kid: kidOf(france.dsc), reason: 'inactive' }]
    expect(await read(certificates, status)).toMatchObject({ dropped })
    expect(await read(status, certificates)).toMatchObject({ dropped })
  })

  it('drops a certificate under the kid of another', async () => {
    const { dropped } = await read({ [kidOf(vietNam.dsc)]: writeBase64(france.dsc.der), 'no kid': '', x: 7 })
    expect(dropped.map(({ reason }) => reason)).toEqual(['kid-mismatch', 'certificate', 'shape'])
  })

  it('is refused when it is something else', async () => {
    for (const files of [[[]], [certificates, certificates], [[], []], [7], ['x'], [null]]) {
      expect(await asyncCodeOf(read(...files))).toBe('source.shape')
    }
  })
})
