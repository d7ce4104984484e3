import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { Fault } from '@vaxcert/core/fault'
import { isPassing } from './codes.ts'
import { CONTENT_TYPE, MAX_ANSWER_BYTES, readCode } from './messages.ts'
import type { TlsFiles } from './signing-server.ts'

export interface ExchangeOptions {
  /** Where the server is: `https://host:port`. */
  readonly url: string
  readonly tls: TlsFiles
  /** Connections that are kept; as many requests may be under way. */
  readonly connections: number
  /** Milliseconds that one request may take, its answer included. */
  readonly timeout: number
}

/** One question and its answer, over connections that are kept. */
export interface Exchange {
  /**
   * @throws Fault `signer.busy` when there was no answer, half of one, or one that says so; `signer.refused` when the
   * two sides do not trust each other, and for every other answer
   */
  ask(path: string, body?: Uint8Array): Promise<Uint8Array>
  close(): void
}

/** @throws TypeError for an address that is not https, or holds a password, a path or a query */
export function openExchange({ url, tls, connections, timeout }: ExchangeOptions): Exchange {
  const address = new URL(url)
  if (address.protocol !== 'https:' || address.href !== `${address.origin}/`)
    throw new TypeError('not https://host:port')
  const agent = new Agent({ ...tls, minVersion: 'TLSv1.3', keepAlive: true, maxSockets: connections })
  return {
    close: () => agent.destroy(),
    ask: (path, body) =>
      new Promise((resolve, reject) => {
        const headers = body && { 'content-type': CONTENT_TYPE, 'content-length': body.length }
        const options = { agent, method: body ? 'POST' : 'GET', ...(headers && { headers }) }
        const asked = request(new URL(path, address), { ...options, signal: AbortSignal.timeout(timeout) })
        asked.on('error', (error) => reject(failure(error)))
        asked.on('response', (response) => void read(response).then(resolve, reject))
        // Of a connection that is given to another protocol Node tells nothing else, not even that time is over.
        asked.on('upgrade', (_, socket) => {
          socket.destroy()
          reject(new Fault('signer.refused', 'an answer in another protocol'))
        })
        asked.end(body)
      }),
  }
}

/** @throws Fault as `ask` does */
async function read(response: IncomingMessage): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > MAX_ANSWER_BYTES) throw new Fault('signer.refused', 'an answer too long')
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof Fault ? error : failure(error)
  }
  return bodyOf(response.statusCode ?? 0, Buffer.concat(parts))
}

function bodyOf(status: number, body: Uint8Array): Uint8Array {
  if (status === 200) return body
  const code = readCode(body)
  if (isPassing(code) || status === 502 || status === 503 || status === 504) throw busy('the server is busy')
  throw new Fault('signer.refused', `the server answers ${code}`)
}

/** What OpenSSL and Node call a certificate that was not believed, on this side or the other. */
const DISTRUST = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_|ERR_TLS_CERT_|ERR_SSL_.*ALERT)/

/** Messages of such errors name hosts and people: they go no further. */
function failure(error: unknown): Fault {
  const code = String((error as NodeJS.ErrnoException).code)
  return DISTRUST.test(code)
    ? new Fault('signer.refused', 'client and server do not trust each other')
    : busy('no answer')
}

function busy(detail: string): Fault<'signer.busy'> {
  return new Fault('signer.busy', detail)
}
