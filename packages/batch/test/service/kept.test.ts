import { expect, it } from 'vitest'
import { kept } from '../../src/service/kept.ts'

let milliseconds = 0
const now = () => new Date(milliseconds)

it('is asked once for all who want to know within its time', async () => {
  let asked = 0
  const count = kept(() => Promise.resolve(++asked), 1000, now)
  expect(await Promise.all([count(), count(), count()])).toEqual([1, 1, 1])
  milliseconds += 999
  expect(await count()).toBe(1)
  milliseconds += 1
  expect(await Promise.all([count(), count()])).toEqual([2, 2])
  milliseconds -= 5000
  expect(await count()).toBe(3)
})

it('keeps no error', async () => {
  let asked = 0
  const fails = kept(() => (++asked === 1 ? Promise.reject(new Error('lost')) : Promise.resolve(asked)), 1000, now)
  await expect(fails()).rejects.toThrow('lost')
  expect(await fails()).toBe(2)
})
