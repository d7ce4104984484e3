import { type ListCase, refused } from '../list-case.ts'
import { changes, day, denyBody, firstEdition, firstRoot, jsonBody, listFile, nextEdition } from '../publisher.ts'
import { noSigners, offering, twoEditions } from './list-stories.ts'

/** Rightly signed lists that must leave what is held as it is: old, changed, mixed, too far ahead, or forgetful. */
export const listRefusedCases: readonly ListCase[] = [
  {
    id: 'list/rollback-snapshot',
    about: 'The whole snapshot of yesterday is offered, which has not yet expired.',
    spec: 'decision 0014; TUF 1.0 §5.4.3',
    importance: 'high',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      return { pinned, held: next, offered: held, clock: day(2.5) }
    },
    expect: refused('list.rollback'),
  },
  {
    id: 'list/rollback-list',
    about: 'A newer manifest names the trust list of yesterday.',
    spec: 'decision 0014; TUF 1.0 §5.5.5',
    importance: 'high',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      const manifest = { number: 3, issuedAt: day(3), expiresAt: day(10) }
      return { pinned, held: next, offered: await nextEdition(held, { manifest }), clock: day(3.5) }
    },
    expect: refused('list.rollback'),
  },
  {
    id: 'list/issued-before',
    about: 'A manifest with a higher number was issued before the one that is held.',
    spec: 'decision 0014',
    importance: 'medium',
    story: () => offering({ manifest: { issuedAt: day(0) } }),
    expect: refused('list.rollback'),
  },
  {
    id: 'list/changed-manifest',
    about: 'The manifest has the number of the one that is held, and another end.',
    spec: 'decision 0014; TUF 1.0 §5.4.3',
    importance: 'high',
    story: () => offering({ manifest: { number: 1, issuedAt: day(1), expiresAt: day(20) } }),
    expect: refused('list.changed'),
  },
  {
    id: 'list/changed-list',
    about: 'A newer manifest names a trust list of the number that is held, which says something else.',
    spec: 'decision 0014; TUF 1.0 §5.5.5',
    importance: 'high',
    story: async () => offering({ lists: { trust: await listFile('trust', { body: jsonBody(noSigners) }) } }),
    expect: refused('list.changed'),
  },
  {
    id: 'list/frozen',
    about:
      'The manifest that is held is offered again and again, until it has expired: somebody holds newer ones back.',
    spec: 'decision 0014; TUF 1.0 §5.4.4',
    importance: 'high',
    story: async () => {
      const { pinned, held } = await twoEditions()
      return { pinned, held, offered: held, clock: day(8.5) }
    },
    expect: refused('list.expired'),
  },
  {
    id: 'list/expired-list',
    about: 'A manifest of today names a list that expired yesterday.',
    spec: 'decision 0014; TUF 1.0 §5.6.5',
    importance: 'high',
    story: async () => offering({ lists: { rules: await listFile('rules', { number: 2, expiresAt: day(2) }) } }),
    expect: refused('list.expired'),
  },
  {
    id: 'list/mixed',
    about: 'The manifest of today comes with the trust list of yesterday.',
    spec: 'decision 0014; TUF 1.0 §5.5.2',
    importance: 'high',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      return { pinned, held, offered: { ...next, lists: held.lists }, clock: day(2.5) }
    },
    expect: refused('list.mixed'),
  },
  {
    id: 'list/mixed-same-number',
    about: 'A signed list has the number that the manifest names, and another body.',
    spec: 'decision 0014; TUF 1.0 §5.5.2',
    importance: 'high',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      const trust = await listFile('trust', { number: 2, issuedAt: day(2), body: jsonBody(noSigners) })
      return { pinned, held, offered: { ...next, lists: { trust } }, clock: day(2.5) }
    },
    expect: refused('list.mixed'),
  },
  {
    id: 'list/mixed-kinds',
    about: 'The deny list is offered in the place of the rules, so that nothing is denied where nothing is asked.',
    spec: 'decision 0014',
    importance: 'high',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      return { pinned, held, offered: { ...next, lists: { ...next.lists, rules: next.lists.deny } }, clock: day(2.5) }
    },
    expect: refused('list.mixed'),
  },
  {
    id: 'list/missing',
    about: 'A device that holds nothing is offered a snapshot without a deny list.',
    spec: 'decision 0014',
    importance: 'high',
    story: async () => {
      const pinned = await firstRoot()
      const { lists, ...files } = await firstEdition(pinned)
      const { deny: _, ...others } = lists
      return { pinned, offered: { ...files, lists: others }, clock: day(2) }
    },
    expect: refused('list.mixed'),
  },
  {
    id: 'list/jump',
    about: 'The manifest is 100,001 numbers ahead of the one held: no number shall be left for the next one.',
    spec: 'decision 0014; TUF 1.0 §1.5.2 (fast-forward)',
    importance: 'high',
    story: () => offering({ manifest: { number: 100_002 } }),
    expect: refused('list.jump'),
  },
  {
    id: 'list/jump-first',
    about: 'The first manifest of all has the highest number there is.',
    spec: 'decision 0014; TUF 1.0 §1.5.2 (fast-forward)',
    importance: 'high',
    story: async () => {
      const { pinned, offered, clock } = await offering({ manifest: { number: Number.MAX_SAFE_INTEGER } })
      return { pinned, offered, clock }
    },
    expect: refused('list.jump'),
  },
  {
    id: 'list/deny-lost',
    about: 'A newer deny list has lost an entry: whoever was removed would be back.',
    spec: 'decision 0014',
    importance: 'high',
    story: async () => {
      const body = denyBody([{ kid: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), reason: 'compromised' }])
      const { pinned, held: first } = await twoEditions()
      const held = await nextEdition(first, { lists: { deny: await listFile('deny', { number: 2, body }) } })
      const deny = await listFile('deny', { number: 3, issuedAt: day(3) })
      const manifest = { number: 3, issuedAt: day(3), expiresAt: day(10) }
      return {
        pinned,
        held,
        offered: changes(await nextEdition(held, { lists: { deny }, manifest }), held),
        clock: day(3.5),
      }
    },
    expect: refused('list.deny'),
  },
]
