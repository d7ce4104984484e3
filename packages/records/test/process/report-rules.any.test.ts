import { describe, expect, it } from 'vitest'
import { otherPercent } from '../../src/process/report-rules.ts'

describe('PR-04, a percentage that its counts do not give', () => {
  it.each([
    [2_756_537, 2_924_867, '94.17', ['percent']],
    [2_756_537, 2_924_867, '94.24', []],
    [2_756_537, 2_924_867, '94.2', []],
    [2_496_793, 2_756_537, '90.57', ['percent']],
    [2_496_793, 2_756_537, '90.58', []],
    [2_628, 2_628, '100', []],
    [2_628, 2_628, '100.00', []],
    [1, 8, '12.5', []],
    [1, 8, '13', []],
    [1, 8, '12', ['percent']],
    [0, 0, '0', ['percent']],
  ])('%i of %i told as %s: %j', (part, whole, told, parts) => {
    expect(otherPercent.check({ part, whole, told })).toEqual(parts)
  })
})
