import { expect, it } from 'vitest'
import { qrMatrix } from '../../../../packages/paper/src/index.ts'
import { SAMPLE_TEXT, sampleGrey, sampleRows } from '../../src/decode/sample-code.ts'
import { readFrame } from '../../src/decode/zxing-engine.ts'
import { prepareEngine } from './engine.ts'

it('the sample says what it should', () => {
  const { size, modules } = qrMatrix(SAMPLE_TEXT, { level: 'M' })
  const rows = Array.from({ length: size }, (_, y) =>
    modules.subarray(y * size, (y + 1) * size).reduce((row, module) => row * 2 + module, 0),
  )
  expect(sampleRows).toEqual(rows)
})

it('the sample is read where there is no canvas', async () => {
  prepareEngine()
  expect(await readFrame(sampleGrey(), 'plain')).toEqual({ kind: 'text', text: SAMPLE_TEXT, symbol: 'qr' })
})
