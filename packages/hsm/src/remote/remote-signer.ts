import { readPublicKey, type SignatureVerifier, signatureVerifier } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { HsmSigner, KeyIdentity, SignerHealth } from '../hsm-signer.ts'
import { defaultRetries, type RetrySettings, realSurroundings, retries, type Surroundings } from '../retry.ts'
import { type AskMany, type Collector, collector } from './collector.ts'
import { type Exchange, type ExchangeOptions, openExchange } from './exchange.ts'
import { MAX_ITEMS, paths, readAnswers, readKeys, writeSignRequest } from './messages.ts'

export interface RemoteSignerOptions extends Partial<Omit<ExchangeOptions, 'url' | 'tls'>> {
  /** `https://host:port` */
  readonly url: string
  readonly tls: ExchangeOptions['tls']
  /** The certificate whose key the server must have. */
  readonly documentSigner: KeyIdentity
  /** Signatures that one request asks for at most, 1 to 256. Default 64. */
  readonly perRequest?: number
  /** Who verifies each signature before it counts. Default 'signer'; 'caller' for one who verifies every certificate anyway. */
  readonly verifiedBy?: 'signer' | 'caller'
  /** Of requests, each with many signatures. Default: `defaultRetries`, with a rest of two seconds. */
  readonly retries?: RetrySettings
  /** Default: the clock, the chance and the timers of the process. */
  readonly surroundings?: Surroundings
}

/** A server that was started again is back in a second or two: the rest is short. */
const remoteRetries: RetrySettings = { ...defaultRetries, rest: 2000 }

/**
 * Opens a signer at a signing server. Its lanes are all the signatures that fit into the requests under way; whatever
 * is asked for at one time goes in one request.
 * @throws Fault `signer.busy` when the server does not answer, `signer.refused` when it has not this key, or not for us
 */
export async function openRemoteSigner(options: RemoteSignerOptions): Promise<HsmSigner> {
  const { documentSigner, perRequest = 64, connections = 4, timeout = 10_000 } = options
  if (!(perRequest >= 1 && perRequest <= MAX_ITEMS)) throw new TypeError('perRequest: 1 to 256')
  const { kid, algorithm, spki } = documentSigner
  const exchange = openExchange({ ...options, connections, timeout })
  const patience = retries(options.retries ?? remoteRetries, options.surroundings ?? realSurroundings)
  try {
    await patience.run(() => requireKey(exchange, documentSigner))
  } catch (error) {
    exchange.close()
    throw error
  }
  const tally = { signatures: 0, failures: 0 }
  const { sign, close } = collector(askMany(exchange, kid, tally), { connections, perRequest, retries: patience })
  const isRight = options.verifiedBy === 'caller' ? () => true : signatureVerifier(readPublicKey(spki))
  return {
    kid,
    algorithm,
    lanes: connections * perRequest,
    sign: verified(sign, isRight, tally),
    health: () => ({ ...tally, circuit: patience.circuit().kind, sessions: connections }),
    close: () => close().finally(exchange.close),
  }
}

type Tally = Pick<{ -readonly [Name in keyof SignerHealth]: SignerHealth[Name] }, 'signatures' | 'failures'>

function askMany(exchange: Exchange, kid: Uint8Array, tally: Tally): AskMany {
  return async (items) => {
    try {
      return readAnswers(await exchange.ask(paths.signatures, writeSignRequest({ kid, items })), items.length)
    } catch (error) {
      tally.failures += 1
      throw error
    }
  }
}

/** @throws Fault `signer.refused` unless the server has exactly this key for us */
async function requireKey(exchange: Exchange, { kid, algorithm, spki }: KeyIdentity): Promise<void> {
  const keys = readKeys(await exchange.ask(paths.keys))
  const key = keys.find((candidate) => Buffer.compare(candidate.kid, kid) === 0)
  if (key === undefined) throw new Fault('signer.refused', 'the server has no key of this kid for us')
  const isSame = key.algorithm === algorithm && Buffer.compare(key.spki, spki) === 0
  if (!isSame) throw new Fault('signer.refused', 'the server has another key')
}

function verified(sign: Collector['sign'], isRight: SignatureVerifier, tally: Tally): Collector['sign'] {
  return async (toBeSigned, signal) => {
    const signature = await sign(toBeSigned, signal)
    if (await isRight(toBeSigned, signature)) {
      tally.signatures += 1
      return signature
    }
    tally.failures += 1
    throw new Fault('signer.refused', 'a signature that is not of this key')
  }
}
