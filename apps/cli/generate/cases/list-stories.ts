import type { SnapshotFiles } from '@vaxcert/core/trust'
import { readDraft } from '@vaxcert/core/trust/publish'
import type { Story } from '../list-case.ts'
import { changes, day, type Edition, firstEdition, firstRoot, listFile, nextEdition, trustBody } from '../publisher.ts'

/** The body of a trust list that trusts nobody. */
export const noSigners = { format: 'vaxcert-trust-list', version: 1, signers: [] } as const

/** A story in which something is held. */
export type HeldStory = Required<Story>

/** What somebody holds, and what is published next. */
export interface TwoEditions extends Pick<HeldStory, 'pinned' | 'held'> {
  readonly next: SnapshotFiles
}

/** A first edition, and one of the next day that trusts one more signer. */
export async function twoEditions(): Promise<TwoEditions> {
  const pinned = await firstRoot()
  const held = await firstEdition(pinned)
  const body = trustBody(['dsc-vaccination', 'dsc-all'])
  const trust = await listFile('trust', { number: 2, issuedAt: day(2), body })
  return { pinned, held, next: await nextEdition(held, { lists: { trust } }) }
}

/** The first of two editions is held, and every file of the second is offered. */
export async function offeringAll(clock: Date): Promise<HeldStory> {
  const { pinned, held, next } = await twoEditions()
  return { pinned, held, offered: next, clock }
}

/** The first edition is held, and what this one changes is offered in the middle of day 2. */
export async function offering(edition: Edition): Promise<HeldStory> {
  const pinned = await firstRoot()
  const held = await firstEdition(pinned)
  return { pinned, held, offered: changes(await nextEdition(held, edition), held), clock: day(2.5) }
}

/** An honest offer whose trust list was changed on its way. */
export async function turnedTrust(turn: (file: Uint8Array) => Uint8Array): Promise<HeldStory> {
  const { pinned, held, next } = await twoEditions()
  const offered = { ...changes(next, held), lists: { trust: turn(next.lists.trust) } }
  return { pinned, held, offered, clock: day(2.5) }
}

/** An honest offer whose manifest was put together anew. */
export async function turnedManifest(
  turn: (signatures: readonly [Uint8Array, Uint8Array], body: Uint8Array) => Uint8Array,
): Promise<HeldStory> {
  const { pinned, held, next } = await twoEditions()
  const { signatures, body } = readDraft(next.manifest)
  const manifest = turn(signatures as readonly [Uint8Array, Uint8Array], body)
  return { pinned, held, offered: { ...changes(next, held), manifest }, clock: day(2.5) }
}
