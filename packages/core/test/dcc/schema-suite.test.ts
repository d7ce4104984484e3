import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { readCbor } from '../../src/cose/cbor-reader.ts'
import { CborTag, type CborValue } from '../../src/cose/cbor-value.ts'
import { checkSchema } from '../../src/dcc/schema.ts'

const folder = `${inject('suites')}/dgc-testdata`
const present = existsSync(folder)

interface Vector {
  readonly JSON?: unknown
  readonly COSE?: string
  readonly TESTCTX?: { readonly SCHEMA?: string }
  readonly EXPECTEDRESULTS?: { readonly EXPECTEDVALIDOBJECT?: boolean; readonly EXPECTEDSCHEMAVALIDATION?: boolean }
}

function vectors(): readonly Vector[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'))
  return files.map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8').replace(/^\uFEFF/, '')))
}

function read(bytes: Uint8Array): CborValue {
  return readCbor(bytes, { code: 'cose.shape', tags: [0, 18, 61] })
}

/** The certificate within a message, as JSON would show it; undefined where there is none. */
function certificateOf({ COSE }: Vector): unknown {
  if (COSE === undefined) return undefined
  try {
    let message = read(Uint8Array.from(Buffer.from(COSE, 'hex')))
    while (message instanceof CborTag) message = message.value
    const payload = read((message as readonly Uint8Array[])[2] as Uint8Array)
    const hcert = (payload as Map<number, Map<number, CborValue>>).get(-260)
    return toJson(hcert?.get(1))
  } catch {
    return undefined
  }
}

function toJson(value: CborValue): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, item]) => [name, toJson(item)]))
  return Array.isArray(value) ? value.map(toJson) : value
}

function fits(dcc: unknown, { TESTCTX }: Vector): boolean {
  return checkSchema(dcc, 'eu', { version: TESTCTX?.SCHEMA ?? '' }).length === 0
}

/** A file that calls the same object valid and invalid cannot be met. */
function contradictsItself({ EXPECTEDRESULTS = {} }: Vector): boolean {
  return EXPECTEDRESULTS.EXPECTEDVALIDOBJECT === true && EXPECTEDRESULTS.EXPECTEDSCHEMAVALIDATION === false
}

describe.skipIf(!present)('certificates of dgc-testdata', () => {
  const all = present ? vectors() : []

  it('are valid objects where they should be', () => {
    const asked = all.filter(
      (vector) => vector.JSON != null && vector.EXPECTEDRESULTS?.EXPECTEDVALIDOBJECT !== undefined,
    )
    expect(asked.length).toBeGreaterThan(300)
    for (const vector of asked) expect(fits(vector.JSON, vector)).toBe(vector.EXPECTEDRESULTS?.EXPECTEDVALIDOBJECT)
  })

  it('fit the schema where they should, unless their file contradicts itself', () => {
    const asked = all
      .filter((vector) => vector.EXPECTEDRESULTS?.EXPECTEDSCHEMAVALIDATION !== undefined && !contradictsItself(vector))
      .map((vector) => ({ vector, dcc: certificateOf(vector) }))
      .filter(({ dcc }) => dcc !== undefined)
    expect(asked.length).toBeGreaterThan(250)
    for (const { vector, dcc } of asked)
      expect(fits(dcc, vector)).toBe(vector.EXPECTEDRESULTS?.EXPECTEDSCHEMAVALIDATION)
  })

  it('that contradict themselves do so over one and the same object', () => {
    for (const vector of all.filter(contradictsItself)) expect(certificateOf(vector)).toEqual(vector.JSON)
  })
})
