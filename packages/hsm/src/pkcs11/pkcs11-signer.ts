import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { HsmSigner } from '../hsm-signer.ts'
import { lanesOf } from '../lanes.ts'
import { defaultRetries, type Retries, realSurroundings, retries } from '../retry.ts'
import { tryOn, type Workshop } from './attempt.ts'
import { faultOf } from './faults.ts'
import { dropSession, type Lane, liveSession, mechanismOf } from './lane.ts'
import type { Pkcs11Options } from './options.ts'
import { openLane } from './reopen.ts'
import type { SessionMaker } from './session.ts'
import { type SharedModule, sharedModule } from './shared-module.ts'

const DEFAULT_PATIENCE = 30_000

/**
 * A signer over PKCS#11 v2.40. Every session that is opened, at the start or later in place of one that was lost, finds
 * the key again and compares it with the certificate again.
 * @throws Fault with a `Pkcs11Code`
 */
export async function openPkcs11(options: Pkcs11Options): Promise<HsmSigner> {
  return openOver(await sharedModule(options.module), options)
}

/** The same over a module that is shared already; it is released when the signer is closed, or cannot be opened. */
export async function openOver(module: SharedModule, options: Omit<Pkcs11Options, 'module'>): Promise<HsmSigner> {
  const all: Lane[] = []
  const end = (): void => {
    for (const lane of all) dropSession(module, lane)
    module.release()
  }
  try {
    for (let count = laneCount(options); count > 0; count -= 1) all.push({ session: undefined })
    const workshop = workshopOver(module, options)
    const persistent = retries(options.retries ?? defaultRetries, options.surroundings ?? realSurroundings)
    for (const lane of all) await persistent.run(() => openFirst(workshop.maker, lane))
    return signerOver(workshop, all, persistent, options, end)
  } catch (error) {
    end()
    throw error
  }
}

async function openFirst(maker: SessionMaker, lane: Lane): Promise<void> {
  try {
    await openLane(maker, lane, 'first')
  } catch (error) {
    throw faultOf(error)
  }
}

function signerOver(
  workshop: Workshop,
  all: readonly Lane[],
  persistent: Retries,
  { documentSigner: { kid, algorithm } }: Pick<Pkcs11Options, 'documentSigner'>,
  end: () => void,
): HsmSigner {
  const lanes = lanesOf(all)
  let closing: Promise<void> | undefined
  return {
    kid,
    algorithm,
    lanes: all.length,
    sign(bytes, signal) {
      const job = { bytes, signal, wrong: 0 }
      return persistent.run(() => {
        if (closing !== undefined) throw new Fault('signer.refused', 'the signer is closed')
        return lanes.use((lane) => tryOn(workshop, lane, job))
      }, signal)
    },
    health: () => ({
      circuit: persistent.circuit().kind,
      sessions: all.filter((lane) => liveSession(workshop.maker.module, lane) !== undefined).length,
      ...workshop.tally,
    }),
    close() {
      closing ??= lanes.end().then(end)
      return closing
    },
  }
}

function workshopOver(module: SharedModule, options: Omit<Pkcs11Options, 'module'>): Workshop {
  return {
    maker: sessionMaker(module, options),
    onThreads: laneCount(options) > 1,
    verifies: options.verifiedBy !== 'caller',
    tally: { signatures: 0, failures: 0 },
    patience: options.patience ?? DEFAULT_PATIENCE,
    wait: (options.surroundings ?? realSurroundings).wait,
  }
}

function sessionMaker(module: SharedModule, options: Omit<Pkcs11Options, 'module'>): SessionMaker {
  const { token, key, origin = 'generated', documentSigner } = options
  const publicKey = readPublicKey(documentSigner.spki)
  if (publicKey.algorithm !== documentSigner.algorithm)
    throw new TypeError('documentSigner: algorithm is not its key’s')
  let refused: Fault | undefined
  return {
    module,
    options: { token, key, origin },
    mechanism: mechanismOf[publicKey.algorithm],
    publicKey,
    verify: signatureVerifier(publicKey),
    pin() {
      if (refused !== undefined) throw refused
      return options.pin()
    },
    pinRefused(why) {
      refused = why
    },
  }
}

function laneCount({ lanes = 1 }: Pick<Pkcs11Options, 'lanes'>): number {
  if (!Number.isSafeInteger(lanes) || lanes < 1) throw new TypeError('lanes: a whole number from 1 on')
  return lanes
}
