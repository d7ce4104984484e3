import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { readPicture } from '../../src/pictures/read-picture.ts'

const suites = inject('suites')
const present = suites !== null

interface Vector {
  readonly PREFIX?: string
  readonly '2DCODE'?: unknown
  readonly EXPECTEDRESULTS?: { readonly EXPECTEDPICTUREDECODE?: boolean }
}

function filesOf(suite: string, name: RegExp): readonly string[] {
  const paths = readdirSync(`${suites}/${suite}`, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => name.test(path)).map((path) => `${suites}/${suite}/${path}`)
}

async function outcomeOf(picture: Uint8Array): Promise<string> {
  return readPicture(picture).catch((error: { code: string }) => error.code)
}

describe.skipIf(!present)('Pictures of the public suites', () => {
  it('every one of dcc-quality-assurance gives a certificate', async () => {
    const files = filesOf('dcc-quality-assurance', /\.(png|jpe?g)$/i)
    const failures: string[] = []
    for (const file of files) {
      const outcome = await outcomeOf(readFileSync(file))
      if (!outcome.startsWith('HC1:')) failures.push(`${file} ${outcome}`)
    }
    expect(failures).toEqual([])
    expect(files.length).toBeGreaterThan(0)
  })

  it('every one of dgc-testdata that shall be read gives the text beside it', async () => {
    const failures: string[] = []
    let read = 0
    for (const file of filesOf('dgc-testdata', /\.json$/)) {
      const vector: Vector = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
      const picture = vector['2DCODE']
      if (typeof picture !== 'string' || vector.EXPECTEDRESULTS?.EXPECTEDPICTUREDECODE !== true) continue
      read += 1
      if ((await outcomeOf(Buffer.from(picture, 'base64'))) !== vector.PREFIX) failures.push(file)
    }
    expect(failures).toEqual([])
    expect(read).toBeGreaterThan(0)
  })
})
