import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { inspect } from 'node:util'
import type { Algorithm } from '@vaxcert/core/cose'
import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { KmsOptions, KmsSigner } from '../../src/kms/index.ts'
import { codeOf, faultOf } from '../faults.ts'
import { stillSurroundings } from '../surroundings.ts'
import type { Cloud, StartCloud } from './cloud.ts'
import type { Desk, Mischief } from './desk.ts'
import { keys, tellText } from './held-key.ts'

export interface ContractOptions {
  /** Whether its client takes a request back when nobody waits for it any longer. */
  readonly takesBack: boolean
  /** What else may happen to its answers than to all. */
  readonly spoilt?: readonly Mischief[]
  /** What is said of a disabled key. Default: that it is not enabled. */
  readonly disabledWords?: string
  /** Origins that the service tells apart. */
  readonly origins: readonly Desk['origin'][]
}

/** What every cloud's signer must do, over the service's own client and a service on this machine. */
export function kmsContract(
  name: string,
  start: StartCloud,
  { takesBack, spoilt = [], disabledWords = 'not enabled', origins }: ContractOptions,
): void {
  let cloud: Cloud | undefined

  async function open(algorithm: Algorithm, options: Partial<KmsOptions> = {}): Promise<[KmsSigner, Desk]> {
    const { desk, open } = await begin(algorithm)
    return [await open({ ...defaults(algorithm), ...options }), desk]
  }

  async function begin(algorithm: Algorithm): Promise<Cloud> {
    await cloud?.stop()
    cloud = await start(keys[algorithm])
    return cloud
  }

  function defaults(algorithm: Algorithm): KmsOptions {
    return { documentSigner: keys[algorithm].documentSigner, surroundings: stillSurroundings() }
  }

  afterEach(async () => {
    await cloud?.stop()
    cloud = undefined
  })

  describe.each(['ES256', 'PS256'] as const)(`${name}, %s`, (algorithm) => {
    const { documentSigner } = keys[algorithm]
    const isRight = signatureVerifier(readPublicKey(documentSigner.spki))

    it('signs what the certificate verifies', async () => {
      const [signer] = await open(algorithm)
      const text = aText()
      expect(isRight(text, await signer.sign(text))).toBe(true)
      expect([signer.kid, signer.algorithm]).toEqual([documentSigner.kid, algorithm])
      expect(signer.health()).toEqual({ circuit: 'closed', sessions: 16, signatures: 1, failures: 0 })
    })

    it.each(['stranger', 'garbage', 'truncate', 'lengthen', 'nothing', ...spoilt] as const)(
      'asks once more after an answer that is spoilt, and refuses after two: %s',
      async (mischief) => {
        const [signer, desk] = await open(algorithm)
        const text = aText()
        desk.next.push(mischief)
        expect(isRight(text, await signer.sign(text))).toBe(true)
        desk.always = mischief
        expect(await codeOf(() => signer.sign(text))).toBe('signer.refused')
        expect(desk.asked).toBe(4)
        expect(signer.health()).toMatchObject({ signatures: 1, failures: 3 })
      },
    )

    it('gives nothing that is no signature, whatever bytes the service sends', async () => {
      const [signer, desk] = await open(algorithm, { retries: { failures: 1000 } })
      desk.always = 'garbage'
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
          desk.garbage = bytes
          expect(await codeOf(() => signer.sign(aText()))).toBe('signer.refused')
        }),
        { numRuns: 20 },
      )
    })
  })

  describe(`${name}, when it does not answer`, () => {
    it.each(['throttle', 'fail', 'drop', 'break-off'] as const)('is asked again: %s', async (mischief) => {
      const [signer, desk] = await open('ES256')
      desk.next.push(mischief, mischief)
      expect(await signer.sign(aText())).toHaveLength(64)
      expect(desk.asked).toBe(3)
    })

    it.each(['throttle', 'fail', 'drop', 'break-off'] as const)(
      'is asked as often as told, not once more by its library: %s',
      async (mischief) => {
        const [signer, desk] = await open('ES256', { retries: { tries: 3 } })
        desk.always = mischief
        expect(await codeOf(() => signer.sign(aText()))).toBe('signer.busy')
        expect(desk.asked).toBe(3)
      },
    )

    it('is given up when it takes too long, and does the next', async () => {
      const [signer, desk] = await open('ES256', { patience: 300, retries: { tries: 2 } })
      desk.always = 'hang'
      expect(await codeOf(() => signer.sign(aText()))).toBe('signer.busy')
      expect(desk.asked).toBe(2)
      desk.always = undefined
      expect(await signer.sign(aText())).toHaveLength(64)
    })

    it('has a rest after failures in a row', async () => {
      const surroundings = stillSurroundings()
      const [signer, desk] = await open('ES256', { surroundings, retries: { tries: 1, failures: 3, rest: 1000 } })
      desk.next.push('fail', 'throttle', 'drop')
      for (let time = 0; time < 4; time += 1) expect(await codeOf(() => signer.sign(aText()))).toBe('signer.busy')
      expect([desk.asked, signer.health().circuit]).toEqual([3, 'open'])
      surroundings.pass(1000)
      expect(await signer.sign(aText())).toHaveLength(64)
      expect(signer.health().circuit).toBe('closed')
    })

    it.each([
      ['deny', 'denies access'],
      ['disable', disabledWords],
      ['vanish', 'does not have the key'],
    ] as const)('and never will, is asked once, and the words say why: %s', async (mischief, words) => {
      const [signer, desk] = await open('ES256')
      desk.always = mischief
      const fault = await faultOf(() => signer.sign(aText()))
      expect([fault.code, fault.message]).toEqual(['signer.refused', expect.stringContaining(words)])
      expect(desk.asked).toBe(1)
    })

    it('tells no names, addresses or credentials', async () => {
      const [signer, desk] = await open('ES256', { retries: { tries: 1 } })
      for (const mischief of ['throttle', 'fail', 'deny', 'disable', 'vanish', 'drop', 'break-off'] as const) {
        desk.next.push(mischief)
        const fault = await faultOf(() => signer.sign(aText()))
        expect(inspect(fault, { depth: 10, showHidden: true })).not.toMatch(
          /CANARY|sample|127\.0\.0\.1|localhost|Bearer/,
        )
        expect(fault.cause).toBeUndefined()
      }
    })
  })

  describe(`${name}, used by many at once`, () => {
    it('has as many requests under way as there are lanes, and no more', async () => {
      const [signer, desk] = await open('ES256', { lanes: 3 })
      desk.delay = 30
      await Promise.all(Array.from({ length: 12 }, () => signer.sign(aText())))
      expect([desk.asked, desk.mostUnderWay]).toEqual([12, 3])
    })

    it('stops with the reason of a signal, before and while it is asked', async () => {
      const [signer, desk] = await open('ES256')
      const reason = new Error('enough')
      await expect(signer.sign(aText(), AbortSignal.abort(reason))).rejects.toBe(reason)
      expect(desk.asked).toBe(0)
      desk.always = 'hang'
      const controller = new AbortController()
      const signing = signer.sign(aText(), controller.signal)
      const ended = expect(signing).rejects.toBe(reason)
      await expect.poll(() => desk.asked).toBe(1)
      controller.abort(reason)
      await ended
      if (takesBack) await expect.poll(() => desk.givenUp).toBe(1)
    })

    it('ends when what is under way is done, and refuses what comes later', async () => {
      const [signer, desk] = await open('ES256')
      desk.delay = 30
      const signing = signer.sign(aText())
      await setTimeout(5)
      const closing = signer.close()
      expect(await codeOf(() => signer.sign(aText()))).toBe('signer.refused')
      await closing
      expect(await signing).toHaveLength(64)
      expect(desk.asked).toBe(1)
      await signer.close()
    })
  })

  describe(`${name}, when it is opened`, () => {
    const opens = async (change: (desk: Desk) => void, options: Partial<KmsOptions> = {}): Promise<string> => {
      const { desk, open } = await begin('ES256')
      change(desk)
      return codeOf(() => open({ ...defaults('ES256'), ...options }))
    }

    it('is refused with the key of somebody else', async () => {
      expect(await opens((desk) => Object.assign(desk, { key: keys.stranger }))).toBe('signer.key')
    })

    it('is refused with a key of the other algorithm, or one that is not for signing', async () => {
      expect(await opens((desk) => Object.assign(desk, { key: keys.PS256 }))).toBe('signer.key')
      expect(await opens((desk) => Object.assign(desk, { signs: false }))).toBe('signer.key')
    })

    it('is refused with a key that is not enabled', async () => {
      expect(await opens((desk) => Object.assign(desk, { enabled: false }))).toBe('signer.refused')
    })

    it.each(origins)('is refused with a key that may have been outside, unless that is wanted: %s', async (origin) => {
      expect(await opens((desk) => Object.assign(desk, { origin }))).toBe('signer.attribute')
      const { desk, open } = await begin('ES256')
      desk.origin = origin
      const signer = await open({ ...defaults('ES256'), origin })
      expect(await signer.sign(aText())).toHaveLength(64)
    })

    it('is refused with options that are none', async () => {
      const { open } = await begin('ES256')
      for (const options of [{ lanes: 0 }, { lanes: 1.5 }, { patience: 0 }, { patience: Number.NaN }])
        await expect(open({ ...defaults('ES256'), ...options })).rejects.toThrow(TypeError)
      const mixed = { ...keys.ES256.documentSigner, algorithm: 'PS256' } as const
      await expect(open({ documentSigner: mixed })).rejects.toThrow(TypeError)
    })
  })

  describe(`${name}, where the caller verifies`, () => {
    it('gives signatures of another key, but nothing that has not the length of one', async () => {
      const [signer, desk] = await open('ES256', { verifiedBy: 'caller' })
      desk.next.push('stranger')
      const text = aText()
      const signature = await signer.sign(text)
      expect(signatureVerifier(readPublicKey(keys.stranger.documentSigner.spki))(text, signature)).toBe(true)
      desk.always = 'truncate'
      expect(await codeOf(() => signer.sign(text))).toBe('signer.refused')
    })
  })
}

function aText(): Uint8Array {
  return tellText(randomBytes(200))
}
