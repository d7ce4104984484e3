import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { writeCbor } from '@vaxcert/core/cose'
import { afterEach, describe, expect, it } from 'vitest'
import { writeKeys } from '../../src/remote/messages.ts'
import { defaultRetries } from '../../src/retry.ts'
import { codeOf } from '../faults.ts'
import { NOW, sampleKey, sampleToBeSigned } from './certificates.ts'
import { ca, clientMachine, listening, open, serve, serverMachine, stop } from './served.ts'
import { machine, machineCa, tlsOf } from './tls-world.ts'

const key = sampleKey('dsc-vaccination')
const item = sampleToBeSigned(key)
const stops: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const end of stops.splice(0).reverse()) await end()
})

/** A server that tells its key rightly, and answers whatever else as it likes. */
async function falseServer(answer: RequestListener, keys = writeKeys([key.certificate])): Promise<string> {
  const tls = { ...tlsOf(ca, serverMachine), requestCert: true }
  const server = createServer(tls, (request, response) => {
    if (request.method === 'GET') response.end(keys)
    else request.resume().on('end', () => answer(request, response))
  })
  stops.push(() => stop(server))
  return listening(server)
}

async function codeFrom(answer: RequestListener, keys?: Uint8Array): Promise<string> {
  const url = await falseServer(answer, keys)
  return codeOf(async () => {
    const signer = await open(url, key, { retries: { ...defaultRetries, tries: 2 }, timeout: 300 })
    stops.push(signer.close)
    return signer.sign(item)
  })
}

const OTHER_PROTOCOL = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n'
const noAnswer: RequestListener = () => {}

describe('a server that is not what it should be', () => {
  it.each<[string, RequestListener, string]>([
    ['never answers', noAnswer, 'signer.busy'],
    ['cuts the connection', (request) => void request.socket.destroy(), 'signer.busy'],
    ['gives half an answer', half, 'signer.busy'],
    ['answers by drops', drops, 'signer.busy'],
    ['is overloaded', (_, response) => void response.writeHead(503).end(), 'signer.busy'],
    ['fails', (_, response) => void response.writeHead(500).end('oh'), 'signer.refused'],
    ['gives nothing', (_, response) => void response.end(), 'signer.refused'],
    ['gives text', (_, response) => void response.end('OK'), 'signer.refused'],
    ['gives no list', (_, response) => void response.end(writeCbor('x')), 'signer.refused'],
    [
      'gives two for one',
      (_, response) => void response.end(writeCbor([new Uint8Array(64), new Uint8Array(64)])),
      'signer.refused',
    ],
    ['gives a number', (_, response) => void response.end(writeCbor([1])), 'signer.refused'],
    ['gives a code that nobody knows', (_, response) => void response.end(writeCbor(['oh'])), 'signer.refused'],
    ['gives zeros', (_, response) => void response.end(writeCbor([new Uint8Array(64)])), 'signer.refused'],
    ['never ends', flood, 'signer.refused'],
    [
      'leads elsewhere',
      (_, response) => void response.writeHead(302, { location: 'https://localhost/' }).end(),
      'signer.refused',
    ],
    ['goes over to another protocol', (request) => void request.socket.write(OTHER_PROTOCOL), 'signer.refused'],
  ])('and %s', async (_, answer, code) => {
    expect(await codeFrom(answer)).toBe(code)
  })

  it('has another key under the kid, or none', async () => {
    const other = sampleKey('dsc-all').certificate
    const keys = [writeKeys([]), writeKeys([other]), writeKeys([{ ...key.certificate, spki: other.spki }])]
    const wrongAlgorithm = writeKeys([{ ...key.certificate, algorithm: 'PS256' }])
    for (const told of [...keys, wrongAlgorithm, Buffer.from('oh'), new Uint8Array()]) {
      expect(await codeFrom(noAnswer, told)).toBe('signer.refused')
    }
  })

  it('is not the one of our CA, or of that name', async () => {
    const strangers = await machineCa('SAMPLE strangers')
    const stranger = await machine(strangers, { purpose: 'server' })
    const served = await serve(key, { tls: { ca: ca.pem, cert: stranger.cert, key: stranger.key } })
    stops.push(served.stop)
    expect(await codeOf(() => open(served.url, key))).toBe('signer.refused')
    const right = await serve(key)
    stops.push(right.stop)
    expect(await codeOf(() => open(right.url.replace('localhost', '127.0.0.1'), key))).toBe('signer.refused')
  })

  it('does not know us', async () => {
    const served = await serve(key)
    stops.push(served.stop)
    const unknown = tlsOf(ca, await machine(ca, { purpose: 'client' }))
    expect(await codeOf(() => open(served.url, key, { tls: unknown }))).toBe('signer.refused')
  })

  it('cuts the connection of a stranger, who cannot tell this from one that is lost', async () => {
    const served = await serve(key)
    stops.push(served.stop)
    const stranger = tlsOf(ca, await machine(await machineCa('SAMPLE strangers'), { purpose: 'client' }))
    expect(await codeOf(() => open(served.url, key, { tls: stranger }))).toMatch(/^signer\.(?:busy|refused)$/)
  })

  it('sees a certificate end while the connection lasts', async () => {
    let now = NOW
    const served = await serve(key, { now: () => now })
    stops.push(served.stop)
    const signer = await open(served.url, key, { connections: 1 })
    stops.push(signer.close)
    expect(await signer.sign(item)).toHaveLength(64)
    now = new Date('2041-01-01T00:00:00Z')
    expect(await codeOf(() => signer.sign(item))).toBe('signer.refused')
    expect(clientMachine.fingerprint).toHaveLength(64)
  })
})

function half(...[request, response]: Parameters<RequestListener>): void {
  response.writeHead(200, { 'content-length': 500 })
  response.write(Buffer.alloc(100))
  setTimeout(() => request.socket.destroy(), 10)
}

function drops(...[, response]: Parameters<RequestListener>): void {
  const timer = setInterval(() => response.write('x'), 20)
  response.on('close', () => clearInterval(timer))
}

function flood(...[, response]: Parameters<RequestListener>): void {
  response.write(Buffer.alloc(1 << 20))
}
