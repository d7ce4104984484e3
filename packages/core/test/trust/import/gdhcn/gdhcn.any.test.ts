import { describe, expect, it } from 'vitest'
import { readGdhcn } from '../../../../src/trust/import/gdhcn/index.ts'
import { trustList } from '../../../../src/trust/trust-list.ts'
import { folder, realSource } from './real-list.ts'

describe.skipIf(folder === null)("WHO's production list, in Node and in the browser", () => {
  it('imports every key of a document signer, and names what it left out', async () => {
    const source = await realSource()
    const list = await readGdhcn(source)
    expect(list).toMatchObject({ format: 'gdhcn', verified: true, issuedAt: Date.UTC(2026, 7, 22, 17, 5, 1) / 1000 })
    expect(list.signers).toHaveLength(433)
    expect(list.dropped.filter(({ reason }) => reason === 'not-a-signer')).toHaveLength(61 + 2)
    expect(list.dropped.filter(({ reason }) => reason === 'test-participant')).toHaveLength(5)
    expect(list.dropped).toHaveLength(501 - 433)
    expect(trustList(list.signers.map(({ signer }) => signer)).signers).toHaveLength(433)
  })

  it('is refused when a certificate in it differs by one character', async () => {
    const source = await realSource()
    const [file] = source.files
    const changed = file?.map((byte, at) => (at === 100_000 ? byte ^ 1 : byte)) ?? new Uint8Array()
    await expect(readGdhcn({ ...source, files: [changed] })).rejects.toMatchObject({
      code: expect.stringMatching(/^source\.(shape|signature)$/),
    })
  })
})
