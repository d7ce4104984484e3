import { randomBytes } from 'node:crypto'
import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HsmSigner } from '../../src/index.ts'
import { realSurroundings } from '../../src/retry.ts'
import { faultOf } from '../faults.ts'
import { sampleDevice, sampleOptions, type TroubledDevice, troubledDevice } from './device.ts'
import { answered, type FaultyCryptoki } from './faulty.ts'
import { type SoftHsm, softHsmModule } from './soft-hsm.ts'

const DEVICE_ERROR = 0x30
const DEVICE_MEMORY = 0x31
const PIN_INCORRECT = 0xa0
const SESSION_COUNT = 0xb1
const SESSION_HANDLE_INVALID = 0xb3
const TOKEN_NOT_PRESENT = 0xe0

/** Lets the next call on another thread wait for its answer. */
function heldBack(faults: FaultyCryptoki): (signature: Buffer) => void {
  let give: ((signature: Buffer) => void) | undefined
  const answer = new Promise<Buffer>((resolve) => {
    give = resolve
  })
  faults.instead('signLater', () => answer)
  return (signature) => give?.(signature)
}

describe.skipIf(softHsmModule === undefined)('a signer whose session is lost', () => {
  const verify = signatureVerifier(readPublicKey(sampleOptions().documentSigner.spki))
  const bytes = randomBytes(300)
  let hsm: SoftHsm
  let device: TroubledDevice
  let signer: HsmSigner
  beforeAll(() => {
    hsm = sampleDevice()
  })
  afterAll(() => hsm.remove())
  beforeEach(async () => {
    device = await troubledDevice(hsm)
    signer = await device.open()
  })
  afterEach(() => signer.close())

  it('logs in anew, finds the key again and compares it again', async () => {
    const { faults } = device
    const [searches, logins] = [faults.count('findObjects'), faults.count('login')]
    faults.fail('sign', SESSION_HANDLE_INVALID)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    // The private key, and the public one beside it.
    expect(faults.count('findObjects')).toBe(searches + 2)
    expect(faults.count('login')).toBe(logins + 1)
    expect(signer.health()).toMatchObject({ sessions: 1, signatures: 1, failures: 1, circuit: 'closed' })
  })

  it('keeps the session of a device that is only busy', async () => {
    const { faults, surroundings } = device
    faults.fail('signInit', DEVICE_MEMORY, 2)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    expect(faults.count('openSession')).toBe(1)
    expect(surroundings.waits).toHaveLength(2)
  })

  it('comes back each of a hundred times that the module was finalised behind its back', async () => {
    for (let kill = 0; kill < 100; kill += 1) {
      device.faults.calls.finalize()
      expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    }
    expect(signer.health().signatures).toBe(100)
  })

  it('initialises the module anew where a session will not open, once in each try', async () => {
    const { faults } = device
    faults.fail('sign', DEVICE_ERROR)
    faults.fail('openSession', DEVICE_ERROR)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    expect(faults.count('finalize')).toBe(1)
    faults.fail('sign', DEVICE_ERROR)
    faults.fail('openSession', DEVICE_ERROR, 100)
    expect((await faultOf(() => signer.sign(bytes))).code).toBe('signer.busy')
    // Three tries after the first one, each of them with a session before and after.
    expect(faults.count('finalize')).toBe(4)
    expect(faults.count('openSession')).toBe(3 + 6)
    faults.heal()
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
  })

  it('waits for a token that is gone, and for its sessions', async () => {
    const { faults } = device
    faults.fail('sign', DEVICE_ERROR)
    faults.fail('tokenName', TOKEN_NOT_PRESENT, 4)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    faults.fail('sign', SESSION_HANDLE_INVALID)
    faults.fail('openSession', SESSION_COUNT, 2)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
  })

  it('rests when too many tries in a row have failed, and leaves the device alone meanwhile', async () => {
    const { faults, surroundings } = device
    faults.fail('sign', DEVICE_MEMORY, 100)
    for (let asked = 0; asked < 3; asked += 1)
      expect((await faultOf(() => signer.sign(bytes))).code).toBe('signer.busy')
    expect(signer.health().circuit).toBe('open')
    const made = faults.count('sign')
    expect((await faultOf(() => signer.sign(bytes))).code).toBe('signer.busy')
    expect(faults.count('sign')).toBe(made)
    faults.heal()
    surroundings.pass(10_000)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    expect(signer.health().circuit).toBe('closed')
  })

  it('refuses another key that it finds under the name of its own', async () => {
    const { faults } = device
    const real = faults.real.findObjects
    faults.fail('sign', SESSION_HANDLE_INVALID)
    // The key of the other algorithm; its type tells.
    faults.instead('findObjects', (session, [kind]) =>
      real(session, [kind as never, { type: 0x102, value: Uint8Array.of(0xa1) }]),
    )
    const fault = await faultOf(() => signer.sign(bytes))
    expect([fault.code, (fault.cause as Error).message]).toEqual([
      'signer.refused',
      'signer.key: its type is not that of the certificate',
    ])
    expect(signer.health().sessions).toBe(0)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
  })

  it('refuses when the key is gone, and when there are two', async () => {
    const { faults } = device
    for (const keys of [[], [Buffer.alloc(8, 1), Buffer.alloc(8, 2)]]) {
      faults.fail('sign', SESSION_HANDLE_INVALID)
      faults.instead('findObjects', () => keys)
      const fault = await faultOf(() => signer.sign(bytes))
      expect([fault.code, (fault.cause as { code?: string }).code]).toEqual(['signer.refused', 'signer.key'])
      expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    }
  })

  it('gives a PIN that was not taken to nobody again', async () => {
    const { faults } = device
    faults.fail('sign', SESSION_HANDLE_INVALID)
    faults.fail('login', PIN_INCORRECT)
    for (let asked = 0; asked < 5; asked += 1) {
      const fault = await faultOf(() => signer.sign(bytes))
      expect([fault.code, (fault.cause as { code?: string }).code]).toEqual(['signer.refused', 'signer.pin'])
    }
    expect(faults.count('login')).toBe(2)
  })

  it('finds the key again after a wrong signature, and gives up after the second', async () => {
    const { faults } = device
    const stranger = () => randomBytes(64)
    faults.instead('sign', stranger)
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
    expect(faults.count('openSession')).toBe(2)
    faults.instead('sign', stranger)
    // The one between is the probe of the session that was opened.
    const real = faults.real.sign
    faults.instead('sign', (...call) => real(...call))
    faults.instead('sign', stranger)
    expect((await faultOf(() => signer.sign(bytes))).code).toBe('signer.refused')
    expect(await verify(bytes, await signer.sign(bytes))).toBe(true)
  })

  it('refuses a key whose probe signature is wrong, before it signs anything', async () => {
    const { faults } = device
    faults.fail('sign', SESSION_HANDLE_INVALID)
    faults.instead('sign', () => randomBytes(64))
    const fault = await faultOf(() => signer.sign(bytes))
    expect((fault.cause as { code?: string }).code).toBe('signer.key')
  })

  it('takes signatures of another length for wrong, whoever verifies', async () => {
    const trusting = await device.open({ verifiedBy: 'caller' })
    for (const length of [0, 63, 65, 256]) {
      device.faults.instead('sign', () => randomBytes(length))
      expect(await verify(bytes, await trusting.sign(bytes))).toBe(true)
    }
    device.faults.instead('sign', () => Buffer.alloc(64, 7))
    expect(await trusting.sign(bytes)).toEqual(new Uint8Array(64).fill(7))
    await trusting.close()
  })

  it('goes on with the sessions that work', async () => {
    const wide = await device.open({ lanes: 3, surroundings: realSurroundings })
    device.faults.fail('signLater', SESSION_HANDLE_INVALID, 2)
    device.faults.fail('openSession', SESSION_COUNT, 2)
    const signatures = await Promise.all(Array.from({ length: 12 }, async () => wide.sign(bytes)))
    for (const signature of signatures) expect(await verify(bytes, signature)).toBe(true)
    expect(wide.health()).toMatchObject({ signatures: 12, circuit: 'closed' })
    await wide.close()
  })

  it('gives up a session that does not answer in time, and closes it when its late answer comes', async () => {
    const { faults } = device
    const wide = await device.open({ lanes: 2, patience: 300, surroundings: realSurroundings })
    const answer = heldBack(faults)
    expect(await verify(bytes, await wide.sign(bytes))).toBe(true)
    expect(wide.health()).toMatchObject({ signatures: 1, failures: 1 })
    const closed = faults.count('closeSession')
    answer(randomBytes(64))
    await expect.poll(() => faults.count('closeSession')).toBe(closed + 1)
    // An error is as late.
    faults.instead('signLater', () => new Promise((_, reject) => setTimeout(() => reject(answered(DEVICE_ERROR)), 900)))
    expect(await verify(bytes, await wide.sign(bytes))).toBe(true)
    await expect.poll(() => faults.count('closeSession')).toBe(closed + 2)
    await wide.close()
  })

  it('never finalises the module under a call', async () => {
    const { faults } = device
    const wide = await device.open({ lanes: 2, patience: 300, surroundings: realSurroundings })
    const answer = heldBack(faults)
    faults.fail('openSession', DEVICE_ERROR, 1)
    expect(await verify(bytes, await wide.sign(bytes))).toBe(true)
    expect(faults.count('finalize')).toBe(0)
    answer(randomBytes(64))
    await wide.close()
  })

  it('lets go of a signature when its signal is aborted under way', async () => {
    const { faults } = device
    const wide = await device.open({ lanes: 2, surroundings: realSurroundings })
    const controller = new AbortController()
    const reason = new Error('stopped')
    faults.instead('signLater', () => new Promise(() => {}))
    const signing = Promise.resolve(wide.sign(bytes, controller.signal))
    controller.abort(reason)
    await expect(signing).rejects.toBe(reason)
    expect(await verify(bytes, await wide.sign(bytes))).toBe(true)
    await wide.close()
  })
})
