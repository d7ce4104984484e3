import { readPublicKey, type SignatureVerifier, type Signer, signatureVerifier } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { Circuit } from '../breaker.ts'
import { defaultRetries, type RetrySettings, realSurroundings, retries, type Surroundings } from '../retry.ts'
import { collector } from './collector.ts'
import { type Exchange, type ExchangeOptions, openExchange } from './exchange.ts'
import { MAX_ITEMS, paths, readAnswers, readKeys, writeSignRequest } from './messages.ts'
import type { KeyCertificate } from './policy.ts'

export interface RemoteSignerOptions extends Partial<Omit<ExchangeOptions, 'url' | 'tls'>> {
  /** `https://host:port` */
  readonly url: string
  readonly tls: ExchangeOptions['tls']
  /** Whose key the server must have. */
  readonly certificate: Pick<KeyCertificate, 'kid' | 'algorithm' | 'spki'>
  /** Signatures that one request asks for at most, 1 to 256. Default 64. */
  readonly perRequest?: number
  /** Whether each signature is verified before it counts. Default true; false where the caller does so. */
  readonly verify?: boolean
  readonly retry?: Partial<RetrySettings>
  /** Default: the clock, the chance and the timers of the process. */
  readonly surroundings?: Surroundings
}

/** A signer behind a network. */
export interface RemoteSigner extends Signer {
  circuit(): Circuit
  /** Lets go of the connections. What still waits is refused. */
  close(): void
}

/**
 * Opens a signer at a signing server. Its lanes are all the signatures that fit into the requests under way.
 * @throws Fault `signer.busy` when the server does not answer, `signer.refused` when it has not this key, or not for us
 */
export async function openRemoteSigner(options: RemoteSignerOptions): Promise<RemoteSigner> {
  const { certificate, perRequest = 64, connections = 4, timeout = 10_000 } = options
  if (!(perRequest >= 1 && perRequest <= MAX_ITEMS)) throw new TypeError('perRequest: 1 to 256')
  const { kid, algorithm } = certificate
  const exchange = openExchange({ ...options, connections, timeout })
  const patience = retries({ ...defaultRetries, ...options.retry }, options.surroundings ?? realSurroundings)
  try {
    await patience.run(() => requireKey(exchange, certificate))
  } catch (error) {
    exchange.close()
    throw error
  }
  const ask = async (items: readonly Uint8Array[]) =>
    readAnswers(await exchange.ask(paths.signatures, writeSignRequest({ kid, items })), items.length)
  const { sign, close } = collector(ask, { connections, perRequest, retries: patience })
  return {
    kid,
    algorithm,
    lanes: connections * perRequest,
    sign: options.verify === false ? sign : verified(sign, signatureVerifier(readPublicKey(certificate.spki))),
    circuit: patience.circuit,
    close() {
      close()
      exchange.close()
    },
  }
}

/** @throws Fault `signer.refused` unless the server has exactly this key for us */
async function requireKey(exchange: Exchange, certificate: RemoteSignerOptions['certificate']): Promise<void> {
  const keys = readKeys(await exchange.ask(paths.keys))
  const key = keys.find(({ kid }) => Buffer.compare(kid, certificate.kid) === 0)
  if (key === undefined) throw new Fault('signer.refused', 'the server has no key of this kid for us')
  const isSame = key.algorithm === certificate.algorithm && Buffer.compare(key.spki, certificate.spki) === 0
  if (!isSame) throw new Fault('signer.refused', 'the server has another key')
}

type Sign = (toBeSigned: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>

function verified(sign: Sign, isRight: SignatureVerifier): Sign {
  return async (toBeSigned, signal) => {
    const signature = await sign(toBeSigned, signal)
    if (await isRight(toBeSigned, signature)) return signature
    throw new Fault('signer.refused', 'a signature that is not of this key')
  }
}
