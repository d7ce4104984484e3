import { expect, it } from 'vitest'
import { qrMatrix } from '../../../../packages/paper/src/index.ts'
import { SAMPLE_TEXT, sampleRows } from '../../src/decode/sample-code.ts'

it('the sample says what it should', () => {
  const { size, modules } = qrMatrix(SAMPLE_TEXT, { level: 'M' })
  const rows = Array.from({ length: size }, (_, y) =>
    modules.subarray(y * size, (y + 1) * size).reduce((row, module) => row * 2 + module, 0),
  )
  expect(sampleRows).toEqual(rows)
})
