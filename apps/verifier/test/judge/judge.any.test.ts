import { signal } from '@preact/signals'
import { signDcc } from '@vaxcert/core/issue'
import { type ListsAge, type Snapshot, snapshotAge } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { day, firstRoot, heldUnder } from '../../../../packages/core/test/trust/list-world.ts'
import { authority, samples } from '../../../../packages/core/test/verify/world.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Lists } from '../../src/lists/lists.ts'

const snapshot = await heldUnder(await firstRoot(), { on: 149 })
const validity = { issuedAt: day(140), expiresAt: day(300) }
const { text } = await signDcc(samples.vaccination, authority(), validity)
const stranger = await signDcc(samples.vaccination, authority({ kid: new Uint8Array(8) }), validity)
const signature = { kind: 'signature' } as const

describe('A text is judged', () => {
  it('as accepted by the lists that are held', async () => {
    const judgement = await judge(text, holding(snapshot), signature, day(150))
    expect([judgement.verdict.kind, judgement.code, judgement.at]).toEqual(['accepted', undefined, day(150)])
  })

  it.each<[string, string, string]>([
    ['HC1:', 'refused', 'text.zlib'],
    ['no certificate', 'refused', 'text.prefix'],
    [stranger.text, 'undecided', 'signer.unknown'],
  ])('by its code: %.14s', async (other, kind, code) => {
    const judgement = await judge(other, holding(snapshot), signature, day(150))
    expect([judgement.verdict.kind, judgement.code]).toEqual([kind, code])
  })

  it('as undecided by lists that are too old, or of a clock that runs behind them', async () => {
    expect((await judge(text, holding(snapshot), signature, day(165))).code).toBe('lists.too-old')
    expect((await judge(text, holding(snapshot), signature, day(148))).code).toBe('clock.behind')
  })

  it('without lists as undecided, and as refused when it is wrong in itself', async () => {
    expect(await judge(text, holding(undefined), signature, day(150))).toMatchObject({
      verdict: { kind: 'undecided' },
      code: 'lists.none',
    })
    expect((await judge('x', holding(undefined), signature, day(150))).code).toBe('text.prefix')
  })

  it('by the rules of a country, and as undecided where there are none', async () => {
    const policy = { kind: 'rules', country: 'VN', purpose: 'entry' } as const
    expect((await judge(text, holding(snapshot), policy, day(150))).code).toBe('rules.none')
  })
})

/** Lists of which nothing changes. */
function holding(held: Snapshot | undefined): Lists {
  const never = () => Promise.resolve({ kind: 'unchanged' } as const)
  return {
    held: signal(held),
    trouble: signal(undefined),
    age: (now): ListsAge | undefined => held && snapshotAge(held, now),
    start: () => Promise.resolve(),
    update: never,
    importFile: never,
    importFolder: never,
    chunks: { chunk: () => undefined },
  }
}
