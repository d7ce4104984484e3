import { Fault } from '@vaxcert/core/fault'
import { trustList } from '@vaxcert/core/trust'
import { verify } from '@vaxcert/core/verify'
import { beforeEach, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/verify-ledger.ts'
import { counting } from '../run/counting.ts'
import { onLedgers } from '../run/ledger-tests.ts'
import { authority, Crash, crashAt, withSigner } from '../run/workshop.ts'
import { doseRow, openService, type ServiceWorld, single, tokens } from './service-world.ts'

onLedgers('the service', (ledger) => {
  let world: ServiceWorld
  beforeEach(async () => {
    world = await openService(ledger)
  })

  const post = (doseId?: string) => world.send('/v1/certificates', { as: 'clinic', body: single(doseId) })
  const trust = trustList([authority.documentSigner])

  it('issues a certificate that verifies, logged and released like any other', async () => {
    const { status, body } = await post()
    expect(world.failures).toEqual([])
    expect(status).toBe(201)
    const { certificate } = body as { certificate: string }
    expect((await verify(certificate, { trust, at: new Date() })).kind).toBe('accepted')
    expect(body).toMatchObject({ source: 'sample', doseId: 'D1', state: 'issued', version: 1, renewal: 0, leaf: 0 })
    expect(await verifyLedger(ledger.database, trust)).toMatchObject({ certificates: 1, released: 1, wrong: 0 })
  })

  it('gives the same certificate for the same request, and 409 for another content', async () => {
    const first = await post()
    const again = await post()
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
    const other = single('D1', { dose_date: '2021-09-02' })
    const { status, body, headers } = await world.send('/v1/certificates', { as: 'clinic', body: other })
    expect(status).toBe(409)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toEqual({ type: 'about:blank', status: 409, code: 'dose.conflict' })
  })

  it('issues a correction beside it, under its next version', async () => {
    const first = await post()
    const correction = { ...single('D1', { dose_date: '2021-09-02' }), version: 2 }
    const { status, body } = await world.send('/v1/certificates', { as: 'clinic', body: correction })
    expect([status, body]).toEqual([201, expect.objectContaining({ version: 2, state: 'issued' })])
    expect((await post()).body).toEqual(first.body)
    expect((await world.send('/v1/certificates/sample/D1', { as: 'clinic' })).body).toMatchObject({ version: 2 })
    const beyond = { ...correction, version: 4 }
    expect((await world.send('/v1/certificates', { as: 'clinic', body: beyond })).body).toMatchObject({
      code: 'dose.unknown',
    })
  })

  it('numbers a dose by all doses of its person', async () => {
    const body = { ...single(), doseId: 'D2', doses: [doseRow(), otherRow()] }
    const { body: issued } = await world.send('/v1/certificates', { as: 'clinic', body })
    const { certificate = '' } = issued as { certificate?: string }
    const verdict = await verify(certificate, { trust, at: new Date() })
    expect(verdict.kind === 'accepted' && verdict.dcc.claims.dcc.v?.[0]).toMatchObject({
      dn: 2,
      sd: 2,
      dt: '2021-09-02',
    })
  })

  it.each([
    ['a facility that has not confirmed it', single('D1', { facility: '99001' }), 'gate.confirmed'],
    ['an identity that nobody verified', single('D1', { person_id: 'P9' }), 'gate.register'],
    ['doses of two people', { ...single(), doses: [doseRow(), otherRow({ person_id: 'P2' })] }, 'record.timeline'],
    [
      'doses of two names',
      { ...single(), doses: [doseRow(), otherRow({ full_name: 'Vàng A Mẫu' })] },
      'record.timeline',
    ],
    [
      'one among them that nobody confirmed',
      { ...single(), doses: [doseRow(), otherRow({ facility: '99001' })] },
      'gate.confirmed',
    ],
    ['a dose number that its timeline does not give', single('D1', { dose_number: '2' }), 'record.timeline'],
    ['two doses on one day', { ...single(), doses: [doseRow(), doseRow({ dose_id: 'D2' })] }, 'record.timeline'],
    ['a day in the future', single('D1', { dose_date: '2099-01-01' }), 'record.date'],
    ['a product that nobody knows', single('D1', { product: 'Water' }), 'record.product'],
  ])('holds back what batches hold back: %s', async (_, body, code) => {
    const answer = await world.send('/v1/certificates', { as: 'clinic', body })
    expect(answer.body).toEqual({ type: 'about:blank', status: 422, code })
    expect(await verifyLedger(ledger.database, trust)).toMatchObject({ doses: 0, certificates: 0 })
  })

  it('issues once, however many ask at one time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => post()))
    const texts = new Set(all.map(({ body }) => (body as { certificate: string }).certificate))
    expect(texts.size).toBe(1)
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(await verifyLedger(ledger.database, trust)).toMatchObject({ certificates: 1, wrong: 0 })
  })

  it.each(['intend', 'sign', 'log', 'release'] as const)(
    'goes on behind a crash at %s with what was fixed',
    async (step) => {
      const dying = await openService(ledger, { issuing: { step: crashAt(step, 'after') } })
      const body = single()
      const crashed = await dying.send('/v1/certificates', { as: 'clinic', body })
      expect(crashed.status).toBe(500)
      expect(crashed.body).toMatchObject({ code: 'service.failed' })
      expect((await post()).status).toBe(200)
      expect(await verifyLedger(ledger.database, trust)).toMatchObject({ certificates: 1, released: 1, wrong: 0 })
      expect(new Crash().message).toBe('')
    },
  )

  it('says 503 while the signer is busy, and issues later', async () => {
    let isBusy = true
    const sign = (bytes: Uint8Array) => {
      if (isBusy) throw new Fault('signer.busy')
      return authority.signer.sign(bytes)
    }
    const busy = await openService(ledger, { issuing: { authority: withSigner(authority, { sign }) } })
    const refused = await busy.send('/v1/certificates', { as: 'clinic', body: single() })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('10')
    expect(refused.body).toMatchObject({ code: 'signer.busy' })
    expect((await busy.send('/v1/certificates/sample/D1', { as: 'clinic' })).body).toMatchObject({ state: 'planned' })
    isBusy = false
    expect((await busy.send('/v1/certificates', { as: 'clinic', body: single() })).status).toBe(200)
  })

  it.each([
    ['gate.confirmed', 422],
    ['record.timeline', 422],
    ['gate.facility-rate', 429],
    ['gate.standing', 429],
    ['ledger.full', 503],
    ['approve.missing', 500],
  ])('answers %s with %i', async (code, status) => {
    const plan = () => Promise.reject(new Fault(code, 'Lò Thị Mẫu'))
    const held = await openService(ledger, { plan })
    const answer = await held.send('/v1/certificates', { as: 'clinic', body: single() })
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ type: 'about:blank', status, code })
    expect(held.events.at(-1)).toMatchObject({ code, status, caller: 'clinic' })
  })

  it('tells what became of a dose, and revokes it once', async () => {
    await post('D/ 2')
    const path = `/v1/certificates/sample/${encodeURIComponent('D/ 2')}`
    expect((await world.send(path, { as: 'police' })).body).toMatchObject({ doseId: 'D/ 2', state: 'issued' })
    const body = { source: 'sample', doseId: 'D/ 2', reason: 'withdrawn' }
    for (let times = 0; times < 2; times += 1) {
      const { status, body: answer } = await world.send('/v1/revocations', { as: 'police', body })
      expect([status, answer]).toEqual([200, expect.objectContaining({ state: 'revoked' })])
    }
    expect((await post('D/ 2')).body).toMatchObject({ status: 422, code: 'gate.revoked' })
    expect((await world.send('/v1/certificates/sample/none', { as: 'police' })).status).toBe(404)
    const unknown = { source: 'sample', doseId: 'none', reason: 'x' }
    expect((await world.send('/v1/revocations', { as: 'police', body: unknown })).status).toBe(404)
    expect((await world.send('/v1/certificates/sample/%00', { as: 'police' })).status).toBe(400)
  })

  it('tells how far a batch is', async () => {
    await post()
    const { body } = await world.send('/v1/batches/1', { as: 'all' })
    expect(body).toMatchObject({ batch: 1, doses: 1, released: 1, stuck: {} })
    expect((await world.send('/v1/batches/99', { as: 'all' })).status).toBe(404)
    expect((await world.send('/v1/batches/1e3', { as: 'all' })).status).toBe(404)
  })

  it('counts for Prometheus', async () => {
    await post()
    await world.send('/v1/certificates', { as: 'police', body: single() })
    const { text, headers, status } = await world.send('/metrics', { as: 'all' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('version=0.0.4')
    for (const line of [
      'vaxcert_ledger_issued 1',
      'vaxcert_ledger_waiting_doses 0',
      'vaxcert_ledger_chunks{state="released"} 1',
      'vaxcert_signing_seconds_count 1',
      'vaxcert_signer_circuit{state="closed"} 1',
      'vaxcert_alarms_total{code="caller.scope"} 1',
      'vaxcert_requests_total{route="/v1/certificates",status="201"} 1',
      'vaxcert_ledger_up 1',
    ])
      expect(text).toContain(`${line}\n`)
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) .+|[a-z_]+(?:\{[^}]*\})? [\d.e+-]+)$/)
  })

  it('is well, and says what it is', async () => {
    expect((await world.send('/health')).body).toEqual({ status: 'up' })
    expect((await world.send('/openapi.json')).body).toMatchObject({ openapi: '3.1.0' })
  })

  it('asks the ledger once for all who want to know within a second whether it is well, and within ten how it stands', async () => {
    const { session, asked } = counting(ledger.database)
    const other = { ...ledger, open: () => Promise.resolve({ ...session, close: () => Promise.resolve() }) }
    const asOf = new Date()
    const calm = await openService(other, { issuing: { now: () => asOf } })
    await calm.send('/health')
    const before = asked()
    const all = await Promise.all(Array.from({ length: 300 }, () => calm.send('/health')))
    expect(all.every(({ status }) => status === 200)).toBe(true)
    expect(asked()).toBe(before)
    await calm.send('/metrics', { as: 'all' })
    const counted = asked()
    expect((await calm.send('/metrics', { as: 'all' })).text).toContain('vaxcert_ledger_up 1\n')
    expect([counted > before, asked()]).toEqual([true, counted])
  })

  it('writes nothing about a person anywhere', async () => {
    const canaries = {
      full_name: 'Canary Xyzzy',
      id_number: '079085012345',
      phone: '0909123456',
      birth_date: '1985-05-06',
    }
    const body = single('DOSE-CANARY-7', canaries)
    const answers = [
      await world.send('/v1/certificates', { as: 'clinic', body }),
      await world.send('/v1/certificates', { as: 'clinic', body: { ...body, Canary: 'Xyzzy' } }),
      await world.send('/v1/certificates', { as: 'clinic', body: `${JSON.stringify(body)}Xyzzy` }),
      await world.send('/v1/certificates', { as: 'police', body }),
      await world.send('/v1/certificates/sample/DOSE-CANARY-7', { as: 'clinic' }),
      await world.send('/v1/certificates/Xyzzy/Canary', { as: 'clinic' }),
      await world.send('/Xyzzy/079085012345', { as: 'clinic' }),
      await world.send('/metrics', { as: 'all' }),
    ]
    const canary = /canary|xyzzy|079085012345|0909123456|1985-05-06/i
    expect(JSON.stringify(world.events)).not.toMatch(canary)
    expect(JSON.stringify(world.events)).not.toContain(tokens.clinic)
    for (const { status, text } of answers.filter(({ status }) => status >= 400))
      expect(text, `${status}`).not.toMatch(canary)
    expect(answers.at(-1)?.text).not.toMatch(canary)
    expect(answers.map(({ status }) => status)).toEqual([201, 400, 400, 403, 200, 404, 404, 200])
  })
})

/** The second dose of the same person. */
function otherRow(other: Parameters<typeof doseRow>[0] = {}): ReturnType<typeof doseRow> {
  return doseRow({ dose_id: 'D2', dose_date: '2021-09-02', ...other })
}
