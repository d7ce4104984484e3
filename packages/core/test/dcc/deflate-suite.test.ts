import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import { deflate } from '../../src/dcc/deflate.ts'

const folder = `${inject('suites')}/dgc-testdata`
const present = existsSync(folder)

/** Every COSE message of the suite. */
function messages(): readonly Uint8Array[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'))
  return files.flatMap((file) => {
    const { COSE } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8').replace(/^\uFEFF/, ''))
    return typeof COSE === 'string' ? [Uint8Array.from(Buffer.from(COSE, 'hex'))] : []
  })
}

describe.skipIf(!present)('deflate on the messages of real issuers', () => {
  it('loses less than one hundredth of what zlib makes of them at level 9', () => {
    const total = { ours: 0, zlib: 0 }
    for (const message of messages()) {
      total.ours += deflate(message).length
      total.zlib += deflateSync(message, { level: 9 }).length
    }
    expect(total.zlib).toBeGreaterThan(0)
    expect(total.ours / total.zlib).toBeLessThan(1.01)
  })

  it('is read back by node:zlib', () => {
    for (const message of messages()) expect(inflateSync(deflate(message)).equals(message)).toBe(true)
  })
})
