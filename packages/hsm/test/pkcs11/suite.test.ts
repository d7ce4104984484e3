import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { afterAll, beforeAll, describe } from 'vitest'
import { openPkcs11 } from '../../src/pkcs11/index.ts'
import { signerSuite } from '../signer-suite.ts'
import { KEYS, sampleDevice, sampleOptions, troubledDevice } from './device.ts'
import { sampleIdentity, sampleKeyFile } from './sample-identity.ts'
import { type SoftHsm, softHsmModule } from './soft-hsm.ts'

/** PKCS#11 v2.40 §5.1. */
const ANSWERS = { 'signer.busy': 0x31, 'signer.refused': 0x70 } as const

signerSuite(
  'a key in memory',
  async (algorithm) => {
    const documentSigner = sampleIdentity(KEYS[algorithm])
    const pkcs8 = createPrivateKey(readFileSync(sampleKeyFile(KEYS[algorithm]), 'utf8')).export({
      format: 'der',
      type: 'pkcs8',
    })
    return { signer: memorySigner({ ...documentSigner, pkcs8 }), documentSigner }
  },
  { abortable: false },
)

describe.skipIf(softHsmModule === undefined)('SoftHSM', () => {
  let hsm: SoftHsm
  beforeAll(() => {
    hsm = sampleDevice()
  })
  afterAll(() => hsm.remove())

  for (const [name, lanes] of [
    ['a session that signs at once', 1],
    ['three sessions on other threads', 3],
  ] as const) {
    signerSuite(name, async (algorithm) => {
      const options = sampleOptions(algorithm, { lanes })
      const signer = await openPkcs11({ ...options, module: hsm.module })
      return { signer, documentSigner: options.documentSigner, close: () => signer.close() }
    })
  }

  signerSuite('a session with faults before it', async (algorithm) => {
    const { faults, open } = await troubledDevice(hsm)
    const options = sampleOptions(algorithm)
    const signer = await open(options)
    const trouble = {
      begin: (code: keyof typeof ANSWERS) => faults.fail('sign', ANSWERS[code], 100),
      end: () => faults.heal(),
    }
    return { signer, documentSigner: options.documentSigner, trouble, close: () => signer.close() }
  })
})
