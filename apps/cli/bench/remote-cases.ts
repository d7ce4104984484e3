import type { Signer } from '@vaxcert/core/cose'
import { sampleKey, sampleToBeSigned } from '../../../packages/hsm/test/remote/certificates.ts'
import { open, serve } from '../../../packages/hsm/test/remote/served.ts'
import { type Case, median } from './measure.ts'

/** As many as one request of the client takes together by default. */
const AT_ONCE = 64

/** What is measured of signing by a server, both sides and TLS in this process, and what comes of it. */
export interface RemoteCases {
  readonly cases: readonly Case[]
  figures(rates: ReadonlyMap<string, readonly number[]>): RemoteFigures
  end(): Promise<void>
}

/** Microseconds of CPU for a signature. */
export interface RemoteFigures {
  readonly togetherMicroseconds: number
  readonly oneByOneMicroseconds: number
  /** Of the same key in memory. */
  readonly inMemoryMicroseconds: number
}

export async function remoteCases(): Promise<RemoteCases> {
  const key = sampleKey('dsc-vaccination')
  const served = await serve(key, { perMinute: 1e9, log: () => {} })
  const signer = await open(served.url, key)
  const bytes = sampleToBeSigned(key)
  return {
    cases: [
      { name: 'remote, together', run: (times) => signing(signer, bytes, times, AT_ONCE) },
      { name: 'remote, one by one', run: (times) => signing(signer, bytes, times, 1) },
      { name: 'remote key in memory', run: (times) => signing(key.signer, bytes, times, 1) },
    ],
    figures(rates) {
      const each = (name: string): number => Number((1e6 / median(rates.get(name) ?? [])).toPrecision(3))
      return {
        togetherMicroseconds: each('remote, together'),
        oneByOneMicroseconds: each('remote, one by one'),
        inMemoryMicroseconds: each('remote key in memory'),
      }
    },
    async end() {
      await signer.close()
      await served.stop()
    },
  }
}

async function signing(signer: Signer, bytes: Uint8Array, times: number, atOnce: number): Promise<void> {
  for (let done = 0; done < times; done += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, times - done) }, () => signer.sign(bytes)))
  }
}
