import { beforeAll, expect, it } from 'vitest'
import { readRandom } from '../../bench/read-random.ts'
import { prepareEngine } from './engine.ts'

beforeAll(prepareEngine)

it('images that nobody meant to be read are read as nothing, and break nothing', async () => {
  expect(await readRandom('few', 0, 40)).toMatchObject({ images: 40, texts: 0, errors: 0 })
})
