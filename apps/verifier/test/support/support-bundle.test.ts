import { signal } from '@preact/signals'
import { trustList } from '@vaxcert/core/trust'
import { type Verdict, verify } from '@vaxcert/core/verify'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../src/app/settings.ts'
import type { LastChecks } from '../../src/app/state.ts'
import type { Lists } from '../../src/lists/lists.ts'
import { createShift } from '../../src/shift/shift.ts'
import { createSupport, supportBundle } from '../../src/support/support-bundle.ts'
import { documentSigner, forge, NOW, sign, vaccination } from '../app/certificates.ts'
import { snapshot } from '../app/held-lists.ts'

const userAgent =
  'Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.43 Mobile Safari/537.36'

function sources(lists: Partial<Lists> = {}) {
  const none = { held: signal(undefined), trouble: signal(undefined), age: () => undefined }
  return { build: '1.0.0+abc123', userAgent, shift: createShift(), lists: { ...none, ...lists } }
}

const settings = defaultSettings(['vi'])

function checksOf(verdict: Verdict): LastChecks {
  return { at: NOW, code: 'code' in verdict ? verdict.code : undefined, checks: verdict.checks }
}

describe('The support bundle', () => {
  it('tells build, device, lists, counts and the last codes', async () => {
    const held = snapshot()
    const from = sources({ held: signal(held), age: () => ({ age: 'stale', seconds: 7300, clock: 'right' }) })
    from.shift.add('refused')
    const verdict = await verify(await forge(vaccination()), { trust: trustList([documentSigner]), at: NOW })
    const bundle = supportBundle(from, { settings, checks: checksOf(verdict), at: NOW })
    expect(bundle).toMatchObject({
      format: 'vaxcert-support',
      build: '1.0.0+abc123',
      at: '2022-06-01T03Z',
      device: { browser: 'chrome', version: 120, system: 'android' },
      lists: { manifest: held.manifest.number, root: held.root.number, age: 'stale', ageHours: 2, clock: 'right' },
      shift: { accepted: 0, refused: 1, undecided: 0, other: 0 },
      last: { at: '2022-06-01T03Z', code: 'signature.mismatch', checks: { signature: 'signature.mismatch' } },
    })
  })

  it('tells that there are no lists, and why', () => {
    const bundle = supportBundle(sources({ trouble: signal('source.unreachable' as const) }), {
      settings,
      checks: undefined,
      at: NOW,
    })
    expect(bundle).toMatchObject({ lists: 'none', trouble: 'source.unreachable' })
    expect(bundle.last).toBeUndefined()
  })

  it('tells no minute, no camera and no model of a device', () => {
    const camera = 'c4a1b2canary'
    const at = new Date('2022-06-01T03:17:45.678Z')
    const text = createSupport(sources())({
      settings: { ...settings, camera },
      checks: { at, code: undefined, checks: [] },
      at,
    })
    for (const canary of [camera, '17:45', ':17', 'SM-A045F', '6099']) expect(text).not.toContain(canary)
  })

  it('is JSON, and ends its last line', () => {
    const text = createSupport(sources())({ settings, checks: undefined, at: NOW })
    expect(text.endsWith('}\n')).toBe(true)
    expect(JSON.parse(text)).toMatchObject({ version: 1 })
  })
})

describe('Nothing of a certificate gets into it', () => {
  const canary = 'CANARY'
  const nam = { fn: `${canary}fn`, gn: `${canary}gn`, fnt: `${canary}A`, gnt: `${canary}B` }
  const dcc = vaccination({ nam, dob: '1933-03-31' })
  const event = { ...dcc.v?.[0], is: `${canary}is`, ci: `URN:UVCI:01:VN:${canary}CI` }
  const marked = { ...dcc, v: [event] } as typeof dcc

  it('whether it is accepted, refused or undecided', async () => {
    const trust = trustList([documentSigner])
    const good = await sign(marked)
    const verdicts = [
      await verify(good, { trust, at: NOW }),
      await verify(await forge(marked), { trust, at: NOW }),
      await verify(good, { trust: trustList([]), at: NOW }),
      await verify(good, { trust, at: new Date('2035-01-01') }),
      await verify(`${canary}${good}`, { trust, at: NOW }),
    ]
    expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['accepted', 'refused', 'undecided']))
    for (const verdict of verdicts) {
      const text = createSupport(sources())({ settings, checks: checksOf(verdict), at: NOW })
      for (const secret of [canary, '1933', '2021-09-14', good.slice(10, 30)]) expect(text).not.toContain(secret)
    }
  })

  it('not even when a whole verdict, or text in the place of codes, is handed in', async () => {
    const verdict = await verify(await sign(marked), { trust: trustList([documentSigner]), at: NOW })
    const checks = [
      { name: canary, outcome: 'failed', code: 'text.prefix' },
      { name: 'text', outcome: canary, code: canary },
      { name: 'signature', outcome: 'failed', code: `dcc.${canary}`, detail: canary },
      { name: '__proto__', outcome: 'failed', code: canary },
    ]
    const hostile = { ...verdict, at: NOW, code: `${canary}.name`, checks, name: canary } as unknown as LastChecks
    const facts = { settings: { ...settings, note: canary }, checks: hostile, at: NOW, dcc: marked }
    const text = createSupport(sources({ trouble: signal(canary as never) }))(facts)
    expect(text).not.toContain(canary)
    expect(JSON.parse(text).last).toEqual({ at: '2022-06-01T03Z', checks: { signature: 'failed' } })
  })
})

describe('Of any person whatsoever', () => {
  it('bundle and counts hold nothing that the certificate says', async () => {
    const names = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 30 }).map((name) => `Zq${name.trim()}qZ`)
    const trust = trustList([documentSigner])
    const ids = fc.stringMatching(/^[A-Z0-9]{12}$/)
    await fc.assert(
      fc.asyncProperty(names, ids, fc.boolean(), async (name, id, isForged) => {
        const nam = { fn: name, gn: name, fnt: 'ZQZQZQ', gnt: 'QZQZQZ' }
        const event = { ...vaccination().v?.[0], is: name, ci: `URN:UVCI:01:VN:${id}` }
        const dcc = { ...vaccination({ nam, dob: '1933-03-31' }), v: [event] } as ReturnType<typeof vaccination>
        const text = await (isForged ? forge : sign)(dcc)
        const verdict = await verify(text, { trust, at: NOW })
        const from = sources()
        from.shift.add(verdict.kind)
        const bundle = createSupport(from)({ settings, checks: checksOf(verdict), at: NOW })
        const counts = JSON.stringify(from.shift.counts.value)
        for (const secret of [name, JSON.stringify(name).slice(1, -1), id, 'ZQZ', 'QZQ', '1933', text.slice(60, 90)]) {
          expect(bundle).not.toContain(secret)
          expect(counts).not.toContain(secret)
        }
        expect(counts).toMatch(/^\{(?:"[a-z]+":\d+,?)+\}$/)
      }),
      { numRuns: 60 },
    )
  })
})
