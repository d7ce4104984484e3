import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { Fault } from '@vaxcert/core/fault'
import { callerOf } from './caller.ts'
import { type RefusalCode, refusalCode } from './codes.ts'
import { type Desk, type DeskOptions, openDesk } from './desk.ts'
import {
  CONTENT_TYPE,
  MAX_REQUEST_BYTES,
  paths,
  readSignRequest,
  writeAnswers,
  writeCode,
  writeKeys,
} from './messages.ts'

/** PEM, as `node:tls` takes it. */
export interface TlsFiles {
  /** The one CA whose certificates the other side may show. */
  readonly ca: string
  readonly cert: string
  readonly key: string
}

export interface SigningServerOptions extends Omit<DeskOptions, 'maxWaiting'> {
  readonly tls: TlsFiles
  readonly limits?: Partial<ServerLimits>
}

/** Bounds on what clients can make the server hold. */
export interface ServerLimits {
  readonly connections: number
  /** Requests under way at once, over all connections. */
  readonly requests: number
  /** Milliseconds that a handshake, the head of a request or a whole request may take. */
  readonly patience: number
  /** Signatures that may wait for one key. */
  readonly maxWaiting: number
}

const usualLimits: ServerLimits = { connections: 64, requests: 128, patience: 10_000, maxWaiting: 16_384 }

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'request.shape': 400,
  'client.unknown': 403,
  'signer.unknown': 403,
  'request.size': 413,
  'signer.busy': 503,
}

/**
 * A signing server over TLS 1.3 with client certificates. It takes no hash: what is to be signed comes whole,
 * and is judged by `signingRule` first. The caller has it listen, and closes it.
 */
export function signingServer(options: SigningServerOptions): Server {
  const limits = { ...usualLimits, ...options.limits }
  const { connections, requests, patience, maxWaiting } = limits
  const desk = openDesk({ ...options, maxWaiting })
  const clients = new Map(options.clients.map((client) => [client.fingerprint, client]))
  let underWay = 0

  async function serve(request: IncomingMessage): Promise<Uint8Array> {
    if (underWay >= requests) throw new Fault('signer.busy', 'too many requests under way')
    underWay += 1
    try {
      const caller = callerOf(request.socket, clients, options.now().getTime())
      return await answerTo(request, desk, caller)
    } finally {
      underWay -= 1
    }
  }

  const timeouts = { handshakeTimeout: patience, headersTimeout: patience, requestTimeout: patience }
  const settings = { ...timeouts, connectionsCheckingInterval: Math.ceil(patience / 4), maxHeaderSize: 8192 }
  const tls = { ...options.tls, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' as const }
  const server = createServer({ ...settings, ...tls }, (request, response) => {
    request.on('error', () => {}) // The client has gone: `serve` is told by its reading.
    serve(request).then(
      (body) => send(response, 200, body),
      (error: unknown) => refuse(request, response, error),
    )
  })
  server.maxConnections = connections
  return server
}

async function answerTo(
  request: IncomingMessage,
  desk: Desk,
  caller: Parameters<Desk['sign']>[1],
): Promise<Uint8Array> {
  const { method, url } = request
  if (method === 'GET' && url === paths.keys) return writeKeys(desk.keysFor(caller))
  if (method !== 'POST' || url !== paths.signatures) throw new Fault('request.shape', 'no such door')
  if (request.headers['content-type'] !== CONTENT_TYPE) throw new Fault('request.shape', 'content type')
  return writeAnswers(await desk.sign(readSignRequest(await bodyOf(request)), caller))
}

/** @throws Fault `request.size`; `request.shape` when the client goes before its end */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > MAX_REQUEST_BYTES) throw new Fault('request.size', 'too many bytes')
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('request.shape', 'half a request')
  }
  return Buffer.concat(parts)
}

/** Where a request was refused before it was read, its connection ends: what follows would be the rest of it. */
function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const code = error instanceof Fault ? refusalCode(error.code) : 'signer.refused'
  if (!request.complete) response.shouldKeepAlive = false
  send(response, statuses[code] ?? 500, writeCode(code))
}

function send(response: ServerResponse, status: number, body: Uint8Array): void {
  response.writeHead(status, { 'content-type': CONTENT_TYPE, 'content-length': body.length })
  response.end(body)
}
