import type { Server as PlainServer } from 'node:http'
import { createServer as createPlainServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { TLSSocket } from 'node:tls'
import { createAdaptorServer } from '@hono/node-server'
import type { Context } from 'hono'
import type { issuingService } from './issuing-service.ts'

/** PEM, as `node:tls` takes it. */
export interface ServerTls {
  readonly cert: string
  readonly key: string
  /** With it, only clients with a certificate of this CA are let in at all. */
  readonly ca?: string
}

/** Milliseconds that a handshake, the head of a request, or a whole one may take. */
const PATIENCE = 15_000
const CONNECTIONS = 256

/** The service as a server, over TLS 1.3 where it is given certificates. The caller has it listen, and closes it. */
export function nodeServer(
  { fetch }: ReturnType<typeof issuingService>,
  tls?: ServerTls,
  patience: number = PATIENCE,
): PlainServer {
  const looks = { connectionsCheckingInterval: Math.ceil(patience / 4), handshakeTimeout: patience }
  const bounds = { headersTimeout: patience, requestTimeout: patience, maxHeaderSize: 8192, ...looks }
  const secure = tls && { ...tls, minVersion: 'TLSv1.3' as const, requestCert: tls.ca !== undefined }
  const server = createAdaptorServer(
    secure === undefined
      ? { fetch, createServer: createPlainServer, serverOptions: bounds }
      : { fetch, createServer: createTlsServer, serverOptions: { ...bounds, ...secure } },
  )
  server.maxConnections = CONNECTIONS
  return server as PlainServer // or that of node:https, which is one of node:http but for its sockets
}

/**
 * SHA-256 in hex of the client certificate of a request's connection, where its CA was asked for and it holds now: a
 * connection may outlive its certificate.
 */
export function clientCertificate(context: Context, now: Date): string | undefined {
  const { socket } = (context.env as { incoming?: { socket?: unknown } }).incoming ?? {}
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  const certificate = socket.getPeerX509Certificate()
  if (certificate === undefined) return undefined
  const holds = Date.parse(certificate.validFrom) <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo)
  return holds ? certificate.fingerprint256.replaceAll(':', '').toLowerCase() : undefined
}
