import { listKinds, type Root } from '@vaxcert/core/trust'
import type { NextRootPlan } from '@vaxcert/core/trust/publish'
import { advanced, type ListCase, refused } from '../list-case.ts'
import { type ListKeyName, twoOf } from '../list-keys.ts'
import {
  changes,
  day,
  denyBody,
  firstEdition,
  firstRoot,
  forProduction,
  listFile,
  listKeys,
  manifestFile,
  nextEdition,
  rootAfter,
  rootKeys,
} from '../publisher.ts'
import { type HeldStory, offering } from './list-stories.ts'

const spec = 'decision 0014; TUF 1.0 §5.3'

/** Roots that are walked, and roots that are not. */
export const listRootCases: readonly ListCase[] = [
  {
    id: 'list/root-next',
    about: 'Root 2 puts a new root key in the place of an old one; two keys of both roots have signed it.',
    spec,
    importance: 'high',
    story: () => withRoots([{ roles: { root: twoOf(newRootKeys) } }], ['root-1', 'root-2']),
    expect: advanced({ root: 2, manifest: 2 }),
  },
  {
    id: 'list/root-walk-of-five',
    about: 'A device that holds root 1 is offered roots 1 to 5, of which all but the last have expired.',
    spec,
    importance: 'high',
    story: async () => {
      const short = (on: number): NextRootPlan => ({ issuedAt: day(on), expiresAt: day(on) })
      const story = await withRoots([short(1), short(1), short(1), {}])
      return { ...story, offered: { ...story.offered, roots: [story.pinned.file, ...story.offered.roots] } }
    },
    expect: advanced({ root: 5, manifest: 2 }),
  },
  {
    id: 'list/root-gap',
    about: 'Root 3 is offered without root 2, though the same keys signed it.',
    spec,
    importance: 'high',
    story: async () => {
      const story = await withRoots([{}, {}])
      return { ...story, offered: { ...story.offered, roots: story.offered.roots.slice(1) } }
    },
    expect: refused('list.jump'),
  },
  {
    id: 'list/root-not-by-old',
    about: 'Root 2 is signed by three keys of its own, of which the old root names but one.',
    spec: 'decision 0014; TUF 1.0 §5.3.4',
    importance: 'high',
    story: () => withRoots([{ roles: { root: twoOf(thiefKeys) } }], thiefKeys),
    expect: refused('list.threshold'),
  },
  {
    id: 'list/root-not-by-itself',
    about: 'Root 2 is signed by the old root keys, but by one of its own only.',
    spec: 'decision 0014; TUF 1.0 §5.3.4',
    importance: 'high',
    story: () => withRoots([{ roles: { root: twoOf(['root-3', 'facility', 'stranger']) } }], rootKeys),
    expect: refused('list.threshold'),
  },
  {
    id: 'list/root-by-list-keys',
    about: 'Root 2 is signed by the keys that sign lists.',
    spec: 'decision 0014; TUF 1.0 §5.3.4',
    importance: 'high',
    story: () => withRoots([{}], listKeys),
    expect: refused('list.signature'),
  },
  {
    id: 'list/root-of-production',
    about: 'Root 2 is signed by the right keys, but for production, where root 1 is for tests.',
    spec: 'decision 0014',
    importance: 'medium',
    story: async () => {
      const story = await withRoots([])
      const root = await forProduction(await rootAfter(story.pinned, 2))
      return { ...story, offered: { ...story.offered, roots: [root] } }
    },
    expect: refused('list.shape'),
  },
  {
    id: 'list/root-changed',
    about: 'Another root 1 is offered than the one that is pinned, signed by the same keys.',
    spec: 'decision 0014',
    importance: 'high',
    story: async () => {
      const story = await withRoots([{}])
      const other = await rootAfter({ ...story.pinned, number: 0 }, 1)
      return { ...story, offered: { ...story.offered, roots: [other.file, ...story.offered.roots] } }
    },
    expect: refused('list.changed'),
  },
  {
    id: 'list/root-expired',
    about: 'The newest root has expired: lists are believed no more, however new they are.',
    spec: 'decision 0014; TUF 1.0 §5.3.10',
    importance: 'high',
    story: async () => {
      const story = await offering({ manifest: { issuedAt: day(366), expiresAt: day(373) } })
      return { ...story, clock: day(366) }
    },
    expect: refused('list.root-expired'),
  },
  {
    id: 'list/root-expired-renewed',
    about: 'A device that was offline for a year holds an expired root, and is offered the next one.',
    spec: 'decision 0014; TUF 1.0 §5.3.10',
    importance: 'high',
    story: () => withRoots([{ issuedAt: day(360), expiresAt: day(720) }], rootKeys, 366),
    expect: advanced({ root: 2, manifest: 2, trust: 2, deny: 2, revocation: 2, rules: 2, 'value-sets': 2 }),
  },
  {
    id: 'list/key-rotated',
    about: 'Root 2 has a new list key in the place of list-1; the new key and list-2 have signed all lists anew.',
    spec,
    importance: 'high',
    story: () => afterRotation(['list-2', 'facility']),
    expect: advanced({ root: 2, manifest: 2, trust: 2, deny: 2, revocation: 2, rules: 2, 'value-sets': 2 }),
  },
  {
    id: 'list/key-removed',
    about: 'Root 2 does not name list-1 any more, which signs on.',
    spec,
    importance: 'high',
    story: () => afterRotation(['list-1', 'list-2']),
    expect: refused('list.signature'),
  },
  {
    id: 'list/epoch-begun',
    about:
      'Thieves of list keys have used up the numbers and the years; a root with the next epoch lets both start anew.',
    spec: 'decision 0014; TUF 1.0 §5.3.11',
    importance: 'high',
    story: () => recovery({}),
    expect: advanced({ root: 2, epoch: 2 }),
  },
  {
    id: 'list/epoch-forgets-denied',
    about: 'The new epoch begins with a deny list that has lost a key which was denied in the old one.',
    spec: 'decision 0014',
    importance: 'high',
    story: () => recovery({ forgetful: true }),
    expect: refused('list.deny'),
  },
  {
    id: 'list/epoch-over',
    about: 'After the root of the next epoch, a manifest of the old one is offered, and its number is higher.',
    spec: 'decision 0014',
    importance: 'high',
    story: async () => {
      const { offered, ...story } = await recovery({})
      const old = { epoch: 1, number: 100_001, issuedAt: day(9001), expiresAt: day(9002) }
      const manifest = await manifestFile({ ...story.held.lists, ...offered.lists }, old, newListPair)
      return { ...story, offered: { ...offered, manifest } }
    },
    expect: refused('list.rollback'),
  },
  {
    id: 'list/epoch-not-begun',
    about: 'A manifest says that it is of an epoch that no root has begun.',
    spec: 'decision 0014',
    importance: 'high',
    story: () => offering({ manifest: { epoch: 2, number: 1 } }),
    expect: refused('list.jump'),
  },
]

const newRootKeys: readonly ListKeyName[] = ['root-1', 'root-2', 'facility']
const newListPair: readonly ListKeyName[] = ['list-3', 'facility']
const thiefKeys: readonly ListKeyName[] = ['root-1', 'facility', 'stranger']

/** Roots after the first, signed by the same keys each, and the lists of the next day, or all anew on a later one. */
async function withRoots(
  plans: readonly Partial<NextRootPlan>[],
  by: readonly ListKeyName[] = rootKeys.slice(0, 2),
  on = 2,
): Promise<HeldStory> {
  const pinned = await firstRoot()
  const held = await firstEdition(pinned)
  const roots: Root[] = [pinned]
  for (const plan of plans) roots.push(await rootAfter(roots.at(-1) ?? pinned, 2, plan, by))
  const lists = on === 2 ? {} : await allAnew({ issuedAt: day(on), expiresAt: day(on + 60) })
  const manifest = { issuedAt: day(on), expiresAt: day(on + 7) }
  const next = await nextEdition(held, { lists, manifest, roots: roots.map(({ file }) => file) })
  return { pinned, held, offered: changes(next, held), clock: day(on + 0.5) }
}

async function afterRotation(by: readonly ListKeyName[]): Promise<HeldStory> {
  const pinned = await firstRoot()
  const held = await firstEdition(pinned)
  const { file } = await rootAfter(pinned, 2, { roles: { lists: twoOf(['list-2', 'list-3', 'facility']) } })
  const lists = await allAnew({ issuedAt: day(2) }, by)
  const next = await nextEdition(held, { lists, roots: [pinned.file, file], by })
  return { pinned, held, offered: changes(next, held), clock: day(2.5) }
}

/** What thieves of two list keys left behind, and how the publisher gets out of it. */
async function recovery({ forgetful = false }): Promise<HeldStory> {
  const denied = [{ kid: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), reason: 'compromised' }]
  const pinned = await firstRoot()
  const far = { number: 100_000, issuedAt: day(9000), expiresAt: day(9001) }
  const [trust, deny] = [await listFile('trust', far), await listFile('deny', { ...far, body: denyBody(denied) })]
  const held = await nextEdition(await firstEdition(pinned), { lists: { trust, deny }, manifest: far })

  const by = newListPair
  const roles = { lists: twoOf(['list-3', 'facility', 'stranger']) }
  const { file } = await rootAfter(pinned, 2, { roles, newEpoch: true })
  const fresh = { epoch: 2, issuedAt: day(2), number: 1 }
  const anew = await allAnew(fresh, by)
  const lists = { ...anew, deny: await listFile('deny', { ...fresh, body: denyBody(forgetful ? [] : denied) }, by) }
  const next = await nextEdition(held, { lists, manifest: fresh, roots: [pinned.file, file], by })
  return { pinned, held, offered: changes(next, held), clock: day(2.5) }
}

/** All five lists with number 2 where nothing else is said. */
async function allAnew(stated: Parameters<typeof listFile>[1], by?: readonly ListKeyName[]) {
  const files = listKinds.map(async (kind) => [kind, await listFile(kind, { number: 2, ...stated }, by)] as const)
  return Object.fromEntries(await Promise.all(files))
}
