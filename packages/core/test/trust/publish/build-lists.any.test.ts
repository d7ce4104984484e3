import { sha256 } from '@noble/hashes/sha2.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { advance } from '../../../src/trust/advance.ts'
import type { DocumentSigner } from '../../../src/trust/document-signer.ts'
import { makeRoot } from '../../../src/trust/publish/root-draft.ts'
import type { Root } from '../../../src/trust/root.ts'
import type { Snapshot } from '../../../src/trust/snapshot.ts'
import { asyncCodeOf, codeOf } from '../../faults.ts'
import {
  type contents,
  day,
  firstRoot,
  heldUnder,
  holder,
  listHolders,
  type OfferPlan,
  offerOf,
  rootHolders,
  signerNamed,
  two,
} from '../list-world.ts'

const seconds = (number: number): number => day(number).getTime() / 1000
/** Twenty of Viet Nam, and one of France. */
const many: readonly DocumentSigner[] = [
  ...Array.from({ length: 20 }, (_, at) => signerNamed(`signer ${at}`)),
  signerNamed('french', { country: 'FR' }),
]

let root: Root
let held: Snapshot

beforeAll(async () => {
  root = await firstRoot()
  held = await heldUnder(root, { contents: { signers: many } })
})

/** What is held on day 2 after the trust list became this. */
async function after(signers: readonly DocumentSigner[], plan: Partial<OfferPlan> = {}): Promise<Snapshot> {
  const offer = await offerOf({ root, previous: held, on: 2, ...plan, contents: { signers, ...plan.contents } })
  return advance(held, offer, day(2))
}

describe('A signer that leaves the trust list', () => {
  const [gone, ...rest] = many as readonly [DocumentSigner, ...DocumentSigner[]]

  it('is denied, kid and key', async () => {
    const { denied } = await after(rest)
    expect(denied.entries).toEqual([
      { kid: gone.kid, reason: 'removed' },
      { key: sha256(gone.spki), reason: 'removed' },
    ])
  })

  it('is not denied when it is only retired, or has expired', async () => {
    expect((await after(rest, { options: { retired: [gone.kid] } })).denied.entries).toEqual([])
    const expiring = await heldUnder(root, { contents: { signers: [{ ...gone, notAfter: seconds(2) - 1 }, ...rest] } })
    const offer = await offerOf({ root, previous: expiring, on: 2, contents: { signers: rest } })
    expect((await advance(expiring, offer, day(2))).denied.entries).toEqual([])
  })

  it('is denied for the reason that somebody gives, and once', async () => {
    const denied = [{ key: sha256(gone.spki), reason: 'compromised' }]
    const first = await after(rest, { contents: { denied } })
    expect(first.denied.entries.map(({ reason }) => reason)).toEqual(['removed', 'compromised'])
    const offer = await offerOf({ root, previous: first, on: 3, contents: { signers: rest, denied } })
    expect(Object.keys(offer.lists)).toEqual([])
  })

  it('keeps its key when that has a new certificate, and its kid when another signer has it', async () => {
    const renewed = { ...gone, kid: Uint8Array.of(9, 9, 9, 9, 9, 9, 9, 9) }
    expect((await after([...rest, renewed])).denied.entries).toEqual([{ kid: gone.kid, reason: 'removed' }])
    const twin = signerNamed('twin', { kid: gone.kid })
    expect((await after([...rest, twin])).denied.entries).toEqual([{ key: sha256(gone.spki), reason: 'removed' }])
  })

  it('stays denied when it comes back', async () => {
    const without = await after(rest)
    const offer = await offerOf({ root, previous: without, on: 3, contents: { signers: many } })
    const snapshot = await advance(without, offer, day(3))
    expect(snapshot.trust.signers.filter(snapshot.trust.isDenied)).toEqual([gone])
  })
})

describe('A trust list is not made', () => {
  const code = (signers: readonly DocumentSigner[], options: Partial<OfferPlan['options']> = {}): Promise<string> =>
    asyncCodeOf(after(signers, { options: options ?? {} }))

  it('when it shrinks by more than a tenth, unless told so', async () => {
    expect((await after(many.slice(2))).trust.signers).toHaveLength(19)
    expect(await code(many.slice(3))).toBe('publish.shrinks')
    expect((await after(many.slice(3), { options: { mayShrink: true } })).trust.signers).toHaveLength(18)
    expect(await code([])).toBe('publish.country-lost')
  })

  it('when it loses a country, unless told so', async () => {
    expect(await code(many.slice(0, -1))).toBe('publish.country-lost')
    expect(await code(many.slice(0, -1), { mayLose: ['DE'] })).toBe('publish.country-lost')
    expect((await after(many.slice(0, -1), { options: { mayLose: ['FR'] } })).trust.signers).toHaveLength(20)
  })

  it('when no reader would take it', async () => {
    const signers = Array.from({ length: 9 }, () => many[0] as DocumentSigner)
    expect(await code([...many, ...signers])).toBe('list.shape')
    const revocation = Uint8Array.of(1)
    expect(await asyncCodeOf(after(many, { contents: { revocation } }))).toBe('list.shape')
    const rules = { format: 'vaxcert-rules', version: 1, rules: [{}] } as unknown as typeof contents.rules
    expect(await asyncCodeOf(after(many, { contents: { rules } }))).toBe('list.shape')
  })
})

describe('Production', () => {
  /** PathCheck's demonstration key, which is public. */
  const everybodys = Uint8Array.from(
    atob(
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEZCXqsjvOXckflK0ORMvBHYC8n/TbbAq8DkQI+k+vP3pS9fWqCEkA282jWCY3Q++13R7XfpxRk0FaQfPMD08IGw==',
    ),
    (character) => character.charCodeAt(0),
  )

  it('trusts no signer whose key everybody has', async () => {
    const signers = [signerNamed('sample', { spki: everybodys })]
    expect(await asyncCodeOf(offerOf({ root: await firstRoot('production'), contents: { signers } }))).toBe(
      'publish.sample',
    )
    expect((await offerOf({ root, contents: { signers } })).roots).toEqual([])
  })

  it('names no such key in a root', () => {
    const period = { issuedAt: day(0), expiresAt: day(1) }
    const lists = two([...listHolders.slice(0, 2), { ...holder('any'), spki: everybodys }])
    const roles = { root: two(rootHolders), lists }
    expect(codeOf(() => makeRoot({ environment: 'production', roles, ...period }))).toBe('publish.sample')
    expect(makeRoot({ environment: 'test', roles, ...period }).length).toBeGreaterThan(400)
  })
})
