import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { Fault } from '@vaxcert/core/fault'
import type { SigningClient } from './clients.ts'

interface PeerCertificate {
  readonly fingerprint: string
  /** Milliseconds since 1970, both ends included. */
  readonly notBefore: number
  readonly notAfter: number
}

const peers = new WeakMap<Socket, PeerCertificate>()

/**
 * Who asks, by the certificate of the connection. Asked for each request, since a connection may outlive its certificate.
 * `now` in milliseconds.
 * @throws Fault `client.unknown` when there is none that the server's CA has signed, when it does not hold now, and when
 * nobody is entered under its fingerprint
 */
export function callerOf(socket: Socket, clients: ReadonlyMap<string, SigningClient>, now: number): SigningClient {
  const peer = peers.get(socket) ?? readPeer(socket as TLSSocket)
  if (peer === undefined || !(now >= peer.notBefore && now <= peer.notAfter)) throw unknown()
  peers.set(socket, peer)
  const client = clients.get(peer.fingerprint)
  if (client === undefined) throw unknown()
  return client
}

function readPeer(socket: TLSSocket): PeerCertificate | undefined {
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined
  if (certificate === undefined) return undefined
  const fingerprint = certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  return { fingerprint, notBefore: Date.parse(certificate.validFrom), notAfter: Date.parse(certificate.validTo) }
}

function unknown(): Fault<'client.unknown'> {
  return new Fault('client.unknown', 'no client of this server')
}
