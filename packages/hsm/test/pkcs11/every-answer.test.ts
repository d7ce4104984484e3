import { randomBytes } from 'node:crypto'
import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HsmSigner } from '../../src/index.ts'
import { answerKind, answerName, isKnown } from '../../src/pkcs11/answers.ts'
import type { Cryptoki } from '../../src/pkcs11/cryptoki.ts'
import { codeOf } from '../faults.ts'
import { sampleDevice, sampleOptions, type TroubledDevice, troubledDevice } from './device.ts'
import { type SoftHsm, softHsmModule } from './soft-hsm.ts'

const DEVICE_ERROR = 0x30
const SESSION_HANDLE_INVALID = 0xb3
const PIN_INCORRECT = 0xa0
const VENDOR_DEFINED = 0x8000_0001

/** All that the standard's table holds, what it does not, and what only a vendor knows. */
const everyAnswer = [...Array.from({ length: 0x201 }, (_, answer) => answer).filter(isKnown), 0x1b0, VENDOR_DEFINED]

/** What our calls answer for, said on other answers than what they stand for elsewhere. */
const otherwise: Readonly<Record<string, 'answered' | 'refused'>> = {
  // A key without an attribute that it must have.
  'attribute ATTRIBUTE_TYPE_INVALID': 'refused',
  // A wrong PIN might be behind it.
  'login 0x1b0': 'refused',
  'login 0x80000001': 'refused',
}

function expected(call: keyof Cryptoki, answer: number): 'answered' | 'refused' {
  const known = otherwise[`${call} ${answerName(answer).replace('CKR_', '')}`]
  return known ?? (answerKind(answer) === 'refused' ? 'refused' : 'answered')
}

/** What leads to each call: signing makes the last two, a lost session those before, a lost device the first three. */
const occasions: readonly (readonly [call: keyof Cryptoki, before: (device: TroubledDevice) => void])[] = [
  ['signInit', () => {}],
  ['sign', () => {}],
  ...(
    ['slots', 'tokenName', 'openSession', 'loggedIn', 'login', 'findObjects', 'attribute', 'closeSession'] as const
  ).map((call) => [call, ({ faults }: TroubledDevice) => faults.fail('sign', SESSION_HANDLE_INVALID)] as const),
  ...(['finalize', 'initialize'] as const).map(
    (call) =>
      [
        call,
        ({ faults }: TroubledDevice) => {
          faults.fail('sign', SESSION_HANDLE_INVALID)
          faults.fail('openSession', DEVICE_ERROR)
        },
      ] as const,
  ),
]

/** What is ended may have ended itself: what these answer does not count. */
const ending: readonly (keyof Cryptoki)[] = ['closeSession', 'finalize']

describe.skipIf(softHsmModule === undefined)('whatever a device answers', () => {
  const verify = signatureVerifier(readPublicKey(sampleOptions().documentSigner.spki))
  const signed = async (signer: HsmSigner): Promise<boolean> => {
    const bytes = randomBytes(100)
    return verify(bytes, await signer.sign(bytes))
  }
  let hsm: SoftHsm
  beforeAll(() => {
    hsm = sampleDevice()
  })
  afterAll(() => hsm.remove())

  it.each(occasions)(
    'to %s, it is asked again or the signature refused, and the next one is right',
    async (call, before) => {
      const device = await troubledDevice(hsm)
      const { faults, open } = device
      let signer = await open()
      for (const answer of everyAnswer) {
        const right = async () => expect(await signed(signer), answerName(answer)).toBe(true)
        const refused = async () =>
          expect(await codeOf(() => signed(signer)), answerName(answer)).toBe('signer.refused')
        const outcome = ending.includes(call) ? 'answered' : expected(call, answer)
        const made = faults.count(call)
        before(device)
        faults.fail(call, answer)
        await (outcome === 'refused' ? refused() : right())
        expect(faults.count(call), answerName(answer)).toBeGreaterThan(made)
        faults.heal()
        if (call === 'login' && outcome === 'refused') {
          await refused()
          await signer.close()
          signer = await open()
        }
        await right()
      }
      await signer.close()
    },
  )

  it('on another thread, it is asked again or the signature refused, and the next one is right', async () => {
    const { faults, open, surroundings } = await troubledDevice(hsm)
    const signer = await open({ lanes: 2, surroundings: { ...surroundings, wait: rarely } })
    for (const answer of everyAnswer) {
      faults.fail('signLater', answer)
      if (answerKind(answer) === 'refused') expect(await codeOf(() => signed(signer))).toBe('signer.refused')
      else expect(await signed(signer), answerName(answer)).toBe(true)
      expect(await signed(signer), answerName(answer)).toBe(true)
    }
    await signer.close()
  })

  it('at the start: what may pass is waited for, what will not is told', async () => {
    const { faults, open } = await troubledDevice(hsm)
    for (const [call] of occasions.filter(([name]) => !ending.includes(name) && name !== 'login')) {
      faults.fail(call, DEVICE_ERROR)
      await (await open()).close()
      faults.fail(call, DEVICE_ERROR, 100)
      expect(await codeOf(() => open()), call).toBe('signer.busy')
      faults.heal()
    }
    faults.fail('login', PIN_INCORRECT)
    expect(await codeOf(() => open())).toBe('signer.pin')
  })
})

/** Waits between tries take no time; the patience of a call, 30 seconds, is never over. */
function rarely(milliseconds: number): Promise<void> {
  return milliseconds < 30_000 ? Promise.resolve() : new Promise(() => {})
}
