import { hash } from 'node:crypto'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MachineCa, machine, machineCa } from '../../../hsm/test/remote/tls-world.ts'
import {
  type Caller,
  clientCertificate,
  issuingService,
  meter,
  nodeServer,
  type ServiceLedger,
} from '../../src/service/index.ts'

const ledger = { counts: () => Promise.reject(new Error('none')), load: () => 0 } as unknown as ServiceLedger
let ca: MachineCa
let port = 0
let now = new Date('2022-06-01T08:00:00Z')
let server: ReturnType<typeof nodeServer>
let known: { cert: string; key: string }

beforeAll(async () => {
  ca = await machineCa('SAMPLE machines')
  const own = await machine(ca, { purpose: 'server' })
  const client = await machine(ca, { purpose: 'client' })
  known = client
  const caller: Caller = { name: 'scraper', certificate: client.fingerprint, scopes: ['metrics'], perMinute: 1000 }
  const app = issuingService({
    ...{ ledger, callers: [caller], meter: meter(), now: () => now, log: () => {}, failed: () => {} },
    certificateOf: (context) => clientCertificate(context, now),
  })
  server = nodeServer(app, { cert: own.cert, key: own.key, ca: ca.pem })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Status of a look at the metrics; 0 where there was no answer. */
function status(tls: object): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(
      { host: 'localhost', port, path: '/metrics', ca: ca.pem, agent: false, ...tls },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    asked.on('error', () => resolve(0))
    asked.end()
  })
}

describe('the service over TLS', () => {
  it('lets in whoever has a certificate that was entered', async () => {
    expect(await status(known)).toBe(200)
  })

  it('lets in nobody without one, with a stranger’s, an ended one, or TLS 1.2', async () => {
    const strange = await machine(await machineCa('SAMPLE strangers'), { purpose: 'client' })
    const ended = await machine(ca, { purpose: 'client', notAfter: '2022-01-01' })
    for (const tls of [{}, strange, ended, { ...known, maxVersion: 'TLSv1.2' }]) expect(await status(tls)).toBe(0)
    expect(await status(await machine(ca, { purpose: 'client' }))).toBe(401)
  })

  it('sees that a certificate has ended', async () => {
    now = new Date('2041-01-01T00:00:00Z')
    expect(await status(known)).toBe(401)
    now = new Date('2022-06-01T08:00:00Z')
  })

  it('says nothing in the clear', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(port, 'localhost', () => socket.write('GET /openapi.json HTTP/1.1\r\nhost: x\r\n\r\n'))
      socket.on('data', (data) => {
        text += data.toString('latin1')
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(text))
    })
    expect(answer).not.toContain('openapi')
  })
})

/** Ends as soon as the server ends the connection. */
function ended(at: number, said: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(at, 'localhost', () => socket.write(said))
    socket.on('data', () => {})
    socket.on('error', () => {})
    socket.on('close', () => resolve())
  })
}

describe('a server with little patience', () => {
  const token = 'clinic-0123456789abcdef0123456789abcdef'
  const head = [
    ...['POST /v1/certificates HTTP/1.1', 'host: x', `authorization: Bearer ${token}`],
    ...['content-type: application/json', 'content-length: 100', '', '{"source": '],
  ].join('\r\n')
  const failed = vi.fn()
  const log = vi.fn()
  const caller: Caller = { name: 'clinic', token: hash('sha256', token, 'hex'), scopes: ['issue'], perMinute: 1000 }
  const app = issuingService({ ledger, callers: [caller], meter: meter(), now: () => now, log, failed })

  it('ends connections that never come to an end of what they say, over TLS of their handshake too', async () => {
    const { cert, key } = await machine(ca, { purpose: 'server' })
    for (const tls of [undefined, { cert, key }]) {
      const impatient = nodeServer(app, tls, 200)
      await new Promise<void>((resolve) => impatient.listen(0, 'localhost', resolve))
      const at = (impatient.address() as AddressInfo).port
      await Promise.all(['', 'GET /health HTTP/1.1\r\n', head].map((said) => ended(at, said)))
      await new Promise((resolve) => impatient.close(resolve))
    }
    expect(failed).not.toHaveBeenCalled()
    expect(log.mock.calls.map(([{ status, code }]) => ({ status, code }))).toEqual([
      { status: 400, code: 'request.shape' },
    ])
  })
})
