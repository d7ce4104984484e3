import { randomFrom } from '../frames/random.ts'
import type { Effort } from '../src/decode/decoder.ts'
import { readFrame } from '../src/decode/zxing-engine.ts'
import { randomImage } from './random-image.ts'

/** What became of many images. */
export interface RandomTally {
  readonly images: number
  /** Texts that were read where there are none to be read. */
  readonly texts: number
  readonly errors: number
  /** The slowest image, in milliseconds of the processor, and its number. */
  readonly slowest: number
  readonly slowestNumber: number
}

const efforts: readonly Effort[] = ['plain', 'enhanced', 'aztec', 'still']

/** Reads images by their numbers, each with the next effort; the seed makes them what they are. */
export async function readRandom(seed: string, from: number, until: number): Promise<RandomTally> {
  let [texts, errors, slowest, slowestNumber] = [0, 0, 0, from]
  for (let number = from; number < until; number += 1) {
    const image = randomImage(randomFrom(`${seed}/${number}`))
    const begun = process.cpuUsage()
    try {
      const { kind } = await readFrame(image, efforts[number % efforts.length] ?? 'still')
      if (kind === 'text') texts += 1
    } catch {
      errors += 1
    }
    const milliseconds = process.cpuUsage(begun).user / 1_000
    if (milliseconds > slowest) [slowest, slowestNumber] = [milliseconds, number]
  }
  return { images: until - from, texts, errors, slowest, slowestNumber }
}
