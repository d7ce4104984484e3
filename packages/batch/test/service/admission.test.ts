import { beforeEach, expect, it } from 'vitest'
import { MAX_BODY_BYTES } from '../../src/service/read-body.ts'
import { onLedgers } from '../run/ledger-tests.ts'
import { openService, type ServiceWorld, single, tokens } from './service-world.ts'

onLedgers('the service', (ledger) => {
  let world: ServiceWorld
  beforeEach(async () => {
    world = await openService(ledger)
  })

  it('takes no body that is too large, too deep, or not JSON', async () => {
    const status = async (body: string, headers = {}) =>
      (await world.send('/v1/certificates', { as: 'clinic', body, headers })).status
    expect(await status(`"${'x'.repeat(MAX_BODY_BYTES)}"`)).toBe(413)
    expect(await status('['.repeat(60_000))).toBe(400)
    expect(await status(`${'['.repeat(60_000)}${']'.repeat(60_000)}`)).toBe(400)
    for (const body of ['', 'x', 'null', '[]', '{}', '{"source":1}', '\ufeff{}'])
      expect(await status(body), body).toBe(400)
    const right = JSON.stringify(single())
    expect(await status(right, { 'content-type': 'text/plain' })).toBe(400)
    expect(await status(right, { 'content-type': 'application/json; charset=latin1' })).toBe(400)
    expect(await status(right, { 'content-type': 'application/json; charset=utf-8' })).toBe(201)
  })

  it('lets in nobody that it does not know, and each only where he may go', async () => {
    const doors = ['/v1/certificates/sample/D1', '/v1/batches/1', '/metrics']
    for (const door of doors) {
      const nobody = await world.send(door)
      expect([nobody.status, nobody.headers.get('www-authenticate')], door).toEqual([401, 'Bearer'])
    }
    const headers = { authorization: `Bearer ${tokens.clinic}x` }
    expect((await world.send('/v1/certificates/sample/D1', { headers })).status).toBe(401)
    expect((await world.send('/metrics', { as: 'clinic' })).status).toBe(403)
    expect((await world.send('/v1/batches/1', { as: 'police' })).status).toBe(403)
    expect((await world.send('/v1/certificates', { as: 'police', body: single() })).status).toBe(403)
    expect((await world.send('/v1/certificates', { as: 'all' })).status).toBe(404)
  })

  it('lets in by certificate, where the server has one', async () => {
    let shown: string | undefined = 'ab'.repeat(32)
    const machines = await openService(ledger, { certificateOf: () => shown })
    expect((await machines.send('/v1/certificates/sample/none')).body).toMatchObject({ code: 'request.unknown' })
    expect((await machines.send('/metrics')).status).toBe(403)
    shown = 'cd'.repeat(32)
    expect((await machines.send('/metrics')).status).toBe(401)
  })

  it('lets nobody ask more often than he may', async () => {
    const statuses: number[] = []
    for (let times = 0; times < 5; times += 1)
      statuses.push((await world.send('/v1/certificates/sample/none', { as: 'slow' })).status)
    expect(statuses).toEqual([404, 404, 404, 429, 429])
  })
})
