import type { Fault } from '@vaxcert/core/fault'
import { fields } from '@vaxcert/records'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDatabases } from '../../../records/test/database/databases.ts'
import { openApi } from '../../src/service/index.ts'
import { readRevokeRequest, readSingleRequest } from '../../src/service/requests.ts'
import { openLedger } from '../run/workshop.ts'
import { openService, single } from './service-world.ts'

const ajv = new Ajv2020({ strict: false, formats: {} })
ajv.addSchema({ $id: 'service', ...openApi })
const schema = (name: string): ValidateFunction => {
  const found = ajv.getSchema(`service#/components/schemas/${name}`)
  if (found === undefined) throw new Error(`no schema ${name}`)
  return found
}

const isRead = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch (error) {
    expect((error as Fault).code).toBe('request.shape')
    return false
  }
}

const someText = fc.oneof(
  { weight: 30, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom('', 'x'.repeat(500), 'x'.repeat(501), 'a\0b') },
)
const someValue = fc.oneof(someText, fc.integer(), fc.constant(null), fc.constant([]), fc.constant({}), fc.boolean())
const rarely = fc.oneof({ weight: 30, arbitrary: someText }, { weight: 1, arbitrary: someValue })
const doses = fc.dictionary(fc.constantFrom(...fields, ...fields, ...fields, 'more', '__proto__'), rarely, {
  maxKeys: 4,
})
const dose = fc.tuple(doses, fc.constantFrom('D1', 'D2')).map(([some, id]) => ({ ...some, dose_id: id }))
const members = {
  source: rarely,
  doseId: fc.oneof({ weight: 9, arbitrary: fc.constant('D1') }, { weight: 1, arbitrary: someValue }),
  doses: fc.oneof({ weight: 9, arbitrary: fc.array(dose, { maxLength: 2 }) }, { weight: 1, arbitrary: someValue }),
}
const version = fc.oneof(fc.constantFrom(1, 2, 1000, 1001, 0, 1.5), someValue)
const singles = fc.oneof(
  fc.record(members),
  fc.record({ ...members, version }),
  fc.record({ ...members, version, more: someValue }, { requiredKeys: [] }),
)
const revocations = fc.record(
  { source: rarely, doseId: rarely, reason: fc.oneof(rarely, fc.constant('withdrawn')), more: someValue },
  { requiredKeys: [] },
)

describe('the document of the interface', () => {
  it('takes what the service takes', () => {
    const isRight = schema('SingleRequest')
    let taken = 0
    fc.assert(
      fc.property(singles, (value) => {
        const json = JSON.parse(JSON.stringify(value))
        const read = isRead(() => readSingleRequest(json))
        if (read) taken += 1
        // What no schema can say: that the dose is among the doses, and none of them there twice.
        const ids = Array.isArray(json.doses) ? json.doses.map((one: { dose_id?: unknown }) => one?.dose_id) : []
        const isBeyond = ids.includes(json.doseId) && new Set(ids).size === ids.length
        expect(isRight(json) && isBeyond).toBe(read)
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(100)
  })

  it('takes the revocations that the service takes', () => {
    const isRight = schema('RevokeRequest')
    fc.assert(
      fc.property(revocations, (value) => {
        const json = JSON.parse(JSON.stringify(value))
        expect(isRight(json)).toBe(isRead(() => readRevokeRequest(json)))
      }),
      { numRuns: 2000 },
    )
  })

  it('names every door, and what each of them answers', async () => {
    const [server] = testDatabases()
    if (server === undefined) throw new Error('no database')
    const test = await openLedger(server)
    await test.fresh()
    const world = await openService(test)
    const check = async (name: string, sent: Promise<{ body: unknown }>) => {
      const { body } = await sent
      const isRight = schema(name)
      expect(isRight(body), `${name} ${JSON.stringify(isRight.errors)}`).toBe(true)
    }
    const body = single()
    expect(schema('SingleRequest')(body)).toBe(true)
    await check('IssuedDose', world.send('/v1/certificates', { as: 'all', body }))
    await check('DoseStatus', world.send('/v1/certificates/sample/D1', { as: 'all' }))
    const revoked = { source: 'sample', doseId: 'D1', reason: 'withdrawn' }
    await check('DoseStatus', world.send('/v1/revocations', { as: 'all', body: revoked }))
    await check('BatchStatus', world.send('/v1/batches/1', { as: 'all' }))
    await check('Health', world.send('/health'))
    for (const path of ['/nowhere', '/metrics', '/v1/batches/9']) await check('Problem', world.send(path))
    const paths = Object.keys(openApi.paths as object).map((path) =>
      path.replace(/\{(\w+)\}/g, ':$1').replace(':batch', ''),
    )
    const doors = new Set(
      world.app.routes.map(({ path }) => path.replace(/:batch.*/, '')).filter((path) => path !== '/*'),
    )
    expect([...doors].toSorted()).toEqual(paths.toSorted())
    await world.ledger.close()
    await test.close()
  })
})
