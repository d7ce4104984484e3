import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HsmSigner } from '../../src/index.ts'
import { CKA } from '../../src/pkcs11/cryptoki.ts'
import { openPkcs11, type Pkcs11Options } from '../../src/pkcs11/index.ts'
import { nativeCryptoki } from '../../src/pkcs11/native-cryptoki.ts'
import { codeOf, faultOf } from '../faults.ts'
import { KEYS, sampleDevice, sampleOptions, TOKEN, troubledDevice } from './device.ts'
import { answered } from './faulty.ts'
import { sampleIdentity, sampleKeyFile } from './sample-identity.ts'
import { PIN, type SoftHsm, softHsmModule } from './soft-hsm.ts'

const ATTRIBUTE_TYPE_INVALID = 0x12

const flags = [
  ['CKA_TOKEN', CKA.token],
  ['CKA_PRIVATE', CKA.private],
  ['CKA_SENSITIVE', CKA.sensitive],
  ['CKA_EXTRACTABLE', CKA.extractable],
  ['CKA_SIGN', CKA.sign],
  ['CKA_ALWAYS_SENSITIVE', CKA.alwaysSensitive],
  ['CKA_NEVER_EXTRACTABLE', CKA.neverExtractable],
  ['CKA_ALWAYS_AUTHENTICATE', CKA.alwaysAuthenticate],
] as const

describe.skipIf(softHsmModule === undefined)('a signer over PKCS#11', () => {
  let hsm: SoftHsm
  beforeAll(() => {
    hsm = sampleDevice()
    hsm.addToken('other')
    hsm.importKey('other', KEYS.ES256, 'e1', sampleKeyFile('stranger'))
  })
  afterAll(() => hsm.remove())

  const open = (change: Partial<Pkcs11Options> = {}): Promise<HsmSigner> =>
    openPkcs11({ ...sampleOptions(), module: hsm.module, ...change })

  /** Opens and signs once. */
  async function signs(change: Partial<Pkcs11Options> = {}): Promise<boolean> {
    const signer = await open(change)
    const { documentSigner = sampleOptions().documentSigner } = change
    const bytes = randomBytes(50)
    const signature = await signer.sign(bytes)
    await signer.close()
    return signatureVerifier(readPublicKey(documentSigner.spki))(bytes, signature)
  }

  /** The message of the Fault: its code, and what is the matter. */
  async function refusal(change: Partial<Pkcs11Options>): Promise<string> {
    return (await faultOf(() => open(change))).message
  }

  it('finds its token by label, by serial number and by slot, and its key by label and by id', async () => {
    const { slots, tokenName, initialize, finalize } = await nativeCryptoki(hsm.module)
    initialize()
    const slot = slots().find((candidate) => tokenName(candidate).label === TOKEN) as Buffer
    const { serial } = tokenName(slot)
    finalize()
    expect(await signs({ token: { serial } })).toBe(true)
    expect(await signs({ token: { slot: Number(slot.readBigUInt64LE()) } })).toBe(true)
    expect(await signs({ token: { label: TOKEN, serial } })).toBe(true)
    expect(await signs({ key: { id: Uint8Array.of(0xe1) } })).toBe(true)
    expect(await signs({ key: { id: Uint8Array.of(0xe1), label: KEYS.ES256 } })).toBe(true)
  })

  it('says what it does not find, or finds twice', async () => {
    expect(await refusal({ token: { label: 'nowhere' } })).toBe('signer.token: no token of that name')
    expect(await refusal({ token: {} })).toBe('signer.token: no token of that name')
    expect(await refusal({ token: { label: TOKEN, slot: 0 } })).toBe('signer.token: no token of that name')
    expect(await refusal({ key: { label: 'nothing' } })).toBe('signer.key: no private key of that name')
    expect(await refusal({ key: { label: KEYS.ES256, id: Uint8Array.of(0xa1) } })).toBe(
      'signer.key: no private key of that name',
    )
    hsm.importKey('other', 'twice', 'b1', sampleKeyFile('dsc-test'))
    hsm.importKey('other', 'twice', 'b2', sampleKeyFile('dsc-all'))
    expect(await refusal({ token: { label: 'other' }, key: { label: 'twice' } })).toBe(
      'signer.key: more than one private key of that name',
    )
    hsm.addToken('double')
    hsm.addToken('double')
    expect(await refusal({ token: { label: 'double' } })).toBe('signer.token: more than one token of that name')
  })

  it('gives a wrong PIN once, and shows it nowhere', async () => {
    const wrong = '161803'
    let asked = 0
    const pin = (): string => {
      asked += 1
      return wrong
    }
    const fault = await faultOf(() => open({ pin, lanes: 3 }))
    expect(fault.message).toBe('signer.pin: CKR_PIN_INCORRECT')
    expect(asked).toBe(1)
    expect(inspect(fault, { depth: 5 })).not.toContain(wrong)
    expect(await signs({ pin: async () => PIN })).toBe(true)
  })

  it('refuses the key of another certificate by its public key, or by its signature', async () => {
    const elsewhere = { token: { label: 'other' } }
    expect(await refusal(elsewhere)).toBe('signer.key: its public key is not that of the certificate')
    hsm.deleteKey('other', 'e1', 'pubkey')
    expect(await refusal(elsewhere)).toBe('signer.key: its signature is not that of the certificate')
    expect(await signs({ ...elsewhere, documentSigner: sampleIdentity('stranger') })).toBe(true)
    const rsa = { documentSigner: sampleIdentity(KEYS.PS256) }
    expect(await refusal(rsa)).toBe('signer.key: its type is not that of the certificate')
    expect(await signs({ ...rsa, key: { label: KEYS.PS256 } })).toBe(true)
  })

  it('refuses, after a session is lost, the key that was put under the name of its own', async () => {
    hsm.addToken('swapped')
    hsm.importKey('swapped', KEYS.ES256, 'e1', sampleKeyFile(KEYS.ES256))
    const { faults, open: openTroubled } = await troubledDevice(hsm)
    const signer = await openTroubled({ token: { label: 'swapped' } })
    hsm.deleteKey('swapped', 'e1', 'privkey')
    hsm.deleteKey('swapped', 'e1', 'pubkey')
    hsm.importKey('swapped', KEYS.ES256, 'e1', sampleKeyFile('stranger'))
    faults.calls.finalize()
    const fault = await faultOf(() => signer.sign(randomBytes(9)))
    expect([fault.code, (fault.cause as Error).message]).toEqual([
      'signer.refused',
      'signer.key: its public key is not that of the certificate',
    ])
    await signer.close()
  })

  it('takes a key that was made in the device, and one from outside only when it is told so', async () => {
    hsm.generateKey(TOKEN, 'made here', 'c1')
    const documentSigner = { ...sampleOptions().documentSigner, spki: hsm.publicKey(TOKEN, 'c1') }
    expect(await signs({ key: { label: 'made here' }, documentSigner, origin: 'generated' })).toBe(true)
    expect(await refusal({ origin: 'generated' })).toBe('signer.attribute: CKA_ALWAYS_SENSITIVE is not true')
    hsm.generateKey(TOKEN, 'loose', 'c2', '--extractable')
    const loose = { ...documentSigner, spki: hsm.publicKey(TOKEN, 'c2') }
    expect(await refusal({ key: { label: 'loose' }, documentSigner: loose })).toBe(
      'signer.attribute: CKA_EXTRACTABLE is not false',
    )
  })

  it('refuses a key for each attribute that is not as it must be, or that the token does not know', async () => {
    const { faults, open: openTroubled } = await troubledDevice(hsm)
    const { attribute } = faults.real
    const isFalse = (type: number): boolean => type === CKA.extractable || type === CKA.alwaysAuthenticate
    const good = (type: number): Uint8Array => Uint8Array.of(isFalse(type) ? 0 : 1)
    for (const [name, flag] of flags)
      for (const says of ['wrong', 'nothing'] as const) {
        for (let read = 0; read < 20; read += 1)
          faults.instead('attribute', (session, object, type) => {
            if (!flags.some(([, known]) => known === type)) return attribute(session, object, type)
            if (type !== flag) return good(type)
            if (says === 'nothing') throw answered(ATTRIBUTE_TYPE_INVALID)
            return Uint8Array.of(1 - (good(type)[0] ?? 0))
          })
        const opening = openTroubled({ origin: 'generated' })
        if (flag === CKA.alwaysAuthenticate && says === 'nothing') await (await opening).close()
        else
          expect((await faultOf(() => opening)).message, says).toBe(
            `signer.attribute: ${name} is not ${!isFalse(flag)}`,
          )
        faults.heal()
      }
  })

  it('opens several at once over one module, and each is closed without the others', async () => {
    const [first, second, rsa] = await Promise.all([
      open({ lanes: 2 }),
      open(),
      open({ key: { label: KEYS.PS256 }, documentSigner: sampleIdentity(KEYS.PS256) }),
    ])
    await first?.close()
    await first?.close()
    expect(await second?.sign(randomBytes(9))).toHaveLength(64)
    await second?.close()
    expect(await rsa?.sign(randomBytes(9))).toHaveLength(256)
    expect(rsa?.health()).toEqual({ circuit: 'closed', sessions: 1, signatures: 1, failures: 0 })
    await rsa?.close()
    expect(await signs()).toBe(true)
  })

  it('waits with its closing for what was asked before', async () => {
    const signer = await open({ lanes: 2 })
    const signatures = Array.from({ length: 6 }, async () => signer.sign(randomBytes(9)))
    const closing = signer.close()
    expect(await codeOf(() => signer.sign(randomBytes(9)))).toBe('signer.refused')
    await closing
    expect(await Promise.all(signatures)).toHaveLength(6)
    expect(signer.health().sessions).toBe(0)
  })

  it('says that a module is none', async () => {
    expect(await refusal({ module: `${hsm.folder}/none.so` })).toBe('signer.module: the module cannot be loaded')
    expect(await refusal({ module: sampleKeyFile(KEYS.ES256) })).toBe('signer.module: the module cannot be loaded')
  })

  it('takes what makes no sense for a mistake of the caller', async () => {
    await expect(open({ lanes: 0 })).rejects.toThrow(TypeError)
    await expect(open({ lanes: 1.5 })).rejects.toThrow(TypeError)
    const documentSigner = { ...sampleOptions().documentSigner, algorithm: 'PS256' as const }
    await expect(open({ documentSigner })).rejects.toThrow(TypeError)
  })
})
