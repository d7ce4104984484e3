import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { deflateSync } from 'node:zlib'
import { toBeSigned, writeSign1 } from '@vaxcert/core/cose'
import { encodeBase45, PREFIX, writeText } from '@vaxcert/core/dcc'
import type { Seed } from './seeds.ts'

const MAX_LENGTH = 4296

function compressed(bytes: Uint8Array): string {
  return PREFIX + encodeBase45(deflateSync(bytes, { level: 9 }))
}

function repeated(unit: readonly number[], times: number, tail: readonly number[] = []): Uint8Array {
  return Uint8Array.from([...Array.from({ length: times }, () => unit).flat(), ...tail])
}

/** A payload of the attacker's with a signature of ours: what a thief of a key could send. */
async function signed(seed: Seed, payload: Uint8Array): Promise<string> {
  return writeText(
    writeSign1(seed.protectedBytes, payload, await seed.signer.sign(toBeSigned(seed.protectedBytes, payload))),
  )
}

/** The most expensive texts that fit a QR code, by name (docs/threat-model.md, rows B7, Z1, Z6, C1, C2, C8, C14). */
export async function worstTexts(seed: Seed): Promise<ReadonlyMap<string, string>> {
  const texts = new Map([
    ['4,296 characters of ":"', PREFIX + ':'.repeat(MAX_LENGTH - 4)],
    ['4,296 characters of zeros', PREFIX + '0'.repeat(MAX_LENGTH - 4)],
    ['one million characters', 'H'.repeat(1_000_000)],
    ['zlib bomb, 2.9 MB', compressed(new Uint8Array(2_900_000))],
    ['zlib of 32 KiB zeros', compressed(new Uint8Array(32 * 1024))],
    ['nested arrays', compressed(repeated([0x81], 32_000, [0]))],
    ['nested maps', compressed(repeated([0xa1, 0x00], 16_000, [0]))],
    ['nested tags', compressed(repeated([0xd2], 32_000, [0]))],
    ['flat array of 32,000', compressed(Uint8Array.from([0x99, 0x7d, 0x00, ...new Uint8Array(32_000)]))],
    [
      'bignum of 32,000 bytes',
      compressed(Uint8Array.from([0xc2, 0x59, 0x7d, 0x00, ...new Uint8Array(32_000).fill(255)])),
    ],
    ['text chunks', compressed(repeated([0x61, 0x61], 16_000, [0xff]))],
    ['length amplifier', compressed(repeated([0x9a, 0, 0, 0x70, 0], 6_000))],
    [
      'empty stored blocks',
      PREFIX + encodeBase45(Uint8Array.from([0x78, 0x01, ...repeated([0, 0, 0, 0xff, 0xff], 560)])),
    ],
  ])
  const payloads = new Map([
    [
      'signed: 700 small keys',
      Uint8Array.from([
        0xb9,
        0x02,
        0xbc,
        ...Array.from({ length: 700 }, (_, key) => [0x19, key >> 8, key & 255, 0]).flat(),
      ]),
    ],
    ['signed: long text', Uint8Array.from([0x79, 0x75, 0x30, ...new Uint8Array(30_000).fill(0x61)])],
    ['signed: combining marks', Uint8Array.from([0x79, 0x75, 0x30, ...repeated([0xcc, 0x81], 15_000)])],
    ['signed: deep', repeated([0x81], 3000, [0])],
  ])
  for (const [name, payload] of payloads) texts.set(name, await signed(seed, payload))
  return texts
}

/** Milliseconds (best of five) and bytes allocated (one run after a collection) of one action. */
export async function costOf(action: () => Promise<unknown>): Promise<{ milliseconds: number; bytes: number }> {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now()
    await action()
    times.push(performance.now() - start)
  }
  collectGarbage()
  const before = allocated()
  await action()
  return { milliseconds: Math.min(...times), bytes: Math.max(0, allocated() - before) }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function allocated(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
