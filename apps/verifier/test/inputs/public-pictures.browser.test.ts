import { afterAll, describe, expect, inject, it } from 'vitest'
import { workerDecoder } from '../../src/decode/worker-decoder.ts'
import { readFile } from '../../src/inputs/read-file.ts'

const decoder = workerDecoder()
afterAll(() => decoder.close())

const names = inject('pictures')

describe.skipIf(names.length === 0)('the public pictures, as uploads', () => {
  it('every one of them is read', async () => {
    const unread: string[] = []
    for (const name of names) {
      const url = `/@fs${inject('suites')}/dcc-quality-assurance/${encodeURI(name)}`
      const text = await readFile(await (await fetch(url)).blob(), decoder).catch((error: unknown) => String(error))
      if (!text?.startsWith('HC1:')) unread.push(`${name} ${text}`)
    }
    expect(unread).toEqual([])
    expect(names).toHaveLength(191)
  })
})
