import type { HsmSigner } from '../../src/index.ts'
import { nativeCryptoki } from '../../src/pkcs11/native-cryptoki.ts'
import type { Pkcs11Options } from '../../src/pkcs11/options.ts'
import { openOver } from '../../src/pkcs11/pkcs11-signer.ts'
import { shareModule } from '../../src/pkcs11/shared-module.ts'
import { type StillSurroundings, stillSurroundings } from '../surroundings.ts'
import { type FaultyCryptoki, faulty } from './faulty.ts'
import { sampleIdentity, sampleKeyFile } from './sample-identity.ts'
import { PIN, type SoftHsm, startSoftHsm } from './soft-hsm.ts'

/** Label of the token, and of the keys in it: the sample's own, imported. */
export const TOKEN = 'vaxcert'
export const KEYS = { ES256: 'dsc-all', PS256: 'dsc-rsa' } as const

/** A real SoftHSM with the sample's keys in it. */
export function sampleDevice(): SoftHsm {
  const hsm = startSoftHsm()
  hsm.addToken(TOKEN)
  hsm.importKey(TOKEN, KEYS.ES256, 'e1', sampleKeyFile(KEYS.ES256))
  hsm.importKey(TOKEN, KEYS.PS256, 'a1', sampleKeyFile(KEYS.PS256))
  return hsm
}

type Options = Omit<Pkcs11Options, 'module'>

/** How the sample's key is opened. */
export function sampleOptions(algorithm: keyof typeof KEYS = 'ES256', change: Partial<Options> = {}): Options {
  const label = KEYS[algorithm]
  return {
    token: { label: TOKEN },
    pin: () => PIN,
    key: { label },
    documentSigner: sampleIdentity(label),
    origin: 'imported',
    ...change,
  }
}

/** A signer on a real device with a layer of faults between, in a world where waiting takes no time. */
export interface TroubledDevice {
  readonly faults: FaultyCryptoki
  readonly surroundings: StillSurroundings
  open(change?: Partial<Options>): Promise<HsmSigner>
}

export async function troubledDevice(hsm: SoftHsm): Promise<TroubledDevice> {
  const faults = faulty(await nativeCryptoki(hsm.module))
  const share = shareModule(faults.calls)
  const surroundings = stillSurroundings()
  return {
    faults,
    surroundings,
    open: (change = {}) => openOver(share(), { ...sampleOptions(), surroundings, ...change }),
  }
}
