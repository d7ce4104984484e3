import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Signer } from '@vaxcert/core/cose'
import type { Usage } from '@vaxcert/core/dcc'
import type { HsmSigner } from '../../src/hsm-signer.ts'
import {
  openRemoteSigner,
  type RemoteSignerOptions,
  type SigningEvent,
  type SigningServerOptions,
  signingServer,
} from '../../src/remote/index.ts'
import { stillSurroundings } from '../surroundings.ts'
import { NOW, type SampleKey } from './certificates.ts'
import { type Machine, machine, machineCa, tlsOf } from './tls-world.ts'

export const ca = await machineCa('SAMPLE machines')
export const serverMachine: Machine = await machine(ca, { purpose: 'server' })
export const clientMachine: Machine = await machine(ca, { purpose: 'client' })

const usages: readonly Usage[] = ['vaccination', 'test', 'recovery']

/** A signing server that listens, and what it did. */
export interface Served {
  readonly url: string
  readonly events: readonly SigningEvent[]
  /** Signatures that its key was asked for. */
  signed(): number
  /** Ends it at once, as a crash would. */
  stop(): Promise<void>
}

export interface ServePlan extends Partial<Omit<SigningServerOptions, 'keys'>> {
  readonly port?: number
  readonly perMinute?: number
  /** In whose place the server signs with; default is its own key. */
  readonly signer?: Signer
}

export async function serve(key: SampleKey, plan: ServePlan = {}): Promise<Served> {
  const events: SigningEvent[] = []
  const { port = 0, perMinute = 1_000_000, signer = key.signer, ...rest } = plan
  const counted = counting(signer)
  const server = signingServer({
    tls: tlsOf(ca, serverMachine),
    keys: [{ signer: counted.signer, certificate: key.certificate }],
    clients: [{ fingerprint: clientMachine.fingerprint, kids: [key.kid], usages, perMinute }],
    now: () => NOW,
    log: (event) => void events.push(event),
    ...rest,
  })
  const url = await listening(server, port)
  return { url, events, signed: counted.signed, stop: () => stop(server) }
}

export function listening(server: Server, port = 0): Promise<string> {
  return new Promise((resolve) => {
    server.listen(port, 'localhost', () => resolve(`https://localhost:${(server.address() as AddressInfo).port}`))
  })
}

export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** A client of it, which waits for nothing that a test would have to wait for. */
export function open(url: string, key: SampleKey, options: Partial<RemoteSignerOptions> = {}): Promise<HsmSigner> {
  const surroundings = stillSurroundings()
  const given = { url, tls: tlsOf(ca, clientMachine), documentSigner: key.certificate, surroundings }
  return openRemoteSigner({ ...given, ...options })
}

function counting(signer: Signer): { readonly signer: Signer; signed(): number } {
  let count = 0
  const sign: Signer['sign'] = (toBeSigned, signal) => {
    count += 1
    return signer.sign(toBeSigned, signal)
  }
  return { signer: { ...signer, sign }, signed: () => count }
}
