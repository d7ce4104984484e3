import { createPublicKey, hash, randomBytes, verify } from 'node:crypto'
import type { HsmSigner } from '@vaxcert/hsm'
import { openPkcs11 } from '@vaxcert/hsm/pkcs11'
import { CKA, CKO } from '../../../packages/hsm/src/pkcs11/cryptoki.ts'
import { nativeCryptoki } from '../../../packages/hsm/src/pkcs11/native-cryptoki.ts'
import { sampleDevice, sampleOptions, TOKEN } from '../../../packages/hsm/test/pkcs11/device.ts'
import { PIN, softHsmModule } from '../../../packages/hsm/test/pkcs11/soft-hsm.ts'
import { type Case, median, medianRatio } from './measure.ts'

/** Bytes of a Sig_structure, about. */
const BYTES = 400

type Rates = ReadonlyMap<string, readonly number[]>

/** What is measured of signing in a device, and what comes of it. */
export interface HsmCases {
  readonly cases: readonly Case[]
  figures(rates: Rates): HsmFigures
  /** Takes the device away. */
  end(): Promise<void>
}

export interface HsmFigures {
  /** Signatures a CPU-second, and their rate by that of a loop of nothing but C_SignInit and C_Sign. */
  readonly perSecond: number
  readonly ofBareSign: number
  /** The same, each signature verified before it counts, by that loop with a verification after each. */
  readonly verifiedPerSecond: number
  readonly ofBareSignAndVerify: number
  readonly barePerSecond: number
}

/** ES256 in a SoftHSM of its own, one session; undefined where there is none, which was said then. */
export async function hsmCases(): Promise<HsmCases | undefined> {
  if (softHsmModule === undefined) return undefined
  const device = sampleDevice()
  const { module } = device
  const trusting = await openPkcs11({ ...sampleOptions(), module, verifiedBy: 'caller' })
  const verifying = await openPkcs11({ ...sampleOptions(), module })
  const bytes = randomBytes(BYTES)
  return {
    cases: [
      { name: 'bare C_Sign', run: await bareSign(module, bytes) },
      { name: 'hsm sign', run: signing(trusting, bytes) },
      { name: 'hsm sign, verified', run: signing(verifying, bytes) },
      { name: 'bare verify of hsm', run: bareVerify(bytes, await trusting.sign(bytes)) },
    ],
    figures,
    async end() {
      await trusting.close()
      await verifying.close()
      device.remove()
    },
  }
}

function figures(rates: Rates): HsmFigures {
  const rate = (name: string): readonly number[] => rates.get(name) ?? []
  const bare = rate('bare C_Sign')
  const both = bare.map((signed, round) => 1 / (1 / signed + 1 / (rate('bare verify of hsm')[round] ?? Number.NaN)))
  return {
    perSecond: Math.round(median(rate('hsm sign'))),
    ofBareSign: Number(medianRatio(rate('hsm sign'), bare).toPrecision(3)),
    verifiedPerSecond: Math.round(median(rate('hsm sign, verified'))),
    ofBareSignAndVerify: Number(medianRatio(rate('hsm sign, verified'), both).toPrecision(3)),
    barePerSecond: Math.round(median(bare)),
  }
}

function signing(signer: HsmSigner, bytes: Uint8Array): Case['run'] {
  return async (times) => {
    for (let index = 0; index < times; index += 1) {
      const signature = signer.sign(bytes)
      if (signature instanceof Promise) await signature
    }
  }
}

/** A session of its own, and no more than the two calls that a signature takes, over a digest made before. */
async function bareSign(module: string, bytes: Uint8Array): Promise<Case['run']> {
  const calls = await nativeCryptoki(module)
  const slot = calls.slots().find((candidate) => calls.tokenName(candidate).label === TOKEN) as Buffer
  const session = calls.openSession(slot)
  if (!calls.loggedIn(session)) calls.login(session, PIN)
  const { label = '' } = sampleOptions().key
  const [key] = calls.findObjects(session, [
    { type: CKA.class, value: CKO.privateKey },
    { type: CKA.label, value: new TextEncoder().encode(label) },
  ])
  const digest = hash('sha256', bytes, 'buffer')
  const signature = Buffer.alloc(64)
  return (times) => {
    for (let index = 0; index < times; index += 1) {
      calls.signInit(session, 'ECDSA', key as Buffer)
      calls.sign(session, digest, signature)
    }
  }
}

function bareVerify(bytes: Uint8Array, signature: Uint8Array): Case['run'] {
  const { spki } = sampleOptions().documentSigner
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const parameters = { key, dsaEncoding: 'ieee-p1363' as const }
  return (times) => {
    for (let index = 0; index < times; index += 1)
      if (!verify('sha256', bytes, parameters, signature)) throw new Error('a signature of the benchmark is wrong')
  }
}
