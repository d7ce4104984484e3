import { advanced, type ListCase } from '../list-case.ts'
import { changes, day, firstEdition, firstRoot, listFile, listKeys, manifestFile } from '../publisher.ts'
import { offering, offeringAll, twoEditions } from './list-stories.ts'

/** Lists that must be taken. */
export const listAdvancedCases: readonly ListCase[] = [
  {
    id: 'list/first-snapshot',
    about: 'A device that has nothing but a pinned root takes its first manifest and lists.',
    spec: 'decision 0014; TUF 1.0 §5',
    importance: 'high',
    story: async () => {
      const pinned = await firstRoot()
      return { pinned, offered: await firstEdition(pinned), clock: day(1.5) }
    },
    expect: advanced({}),
  },
  {
    id: 'list/newer-snapshot',
    about: 'A newer manifest names a newer trust list, and all files are offered.',
    spec: 'decision 0014; TUF 1.0 §5.4.3, §5.5.5',
    importance: 'high',
    story: () => offeringAll(day(2.5)),
    expect: advanced({ manifest: 2, trust: 2 }),
  },
  {
    id: 'list/unchanged-left-out',
    about: 'Only the manifest and the one list that changed are offered; the others are held.',
    spec: 'decision 0014',
    importance: 'high',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      return { pinned, held, offered: changes(next, held), clock: day(2.5) }
    },
    expect: advanced({ manifest: 2, trust: 2 }),
  },
  {
    id: 'list/same-again',
    about: 'What is held already is offered again, byte for byte.',
    spec: 'decision 0014; TUF 1.0 §5.4.3',
    importance: 'high',
    story: async () => {
      const pinned = await firstRoot()
      const held = await firstEdition(pinned)
      return { pinned, held, offered: held, clock: day(3) }
    },
    expect: advanced({}),
  },
  {
    id: 'list/signatures-in-another-order',
    about: 'A list that is held comes with the same signatures in another order, which anybody who carries it can do.',
    spec: 'decision 0014',
    importance: 'high',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      const rules = await listFile('rules', {}, ['list-2', 'list-1'])
      return { pinned, held, offered: { ...next, lists: { ...next.lists, rules } }, clock: day(2.5) }
    },
    expect: advanced({ manifest: 2, trust: 2 }),
  },
  {
    id: 'list/three-signatures',
    about: 'All three list keys have signed the manifest, where two are enough.',
    spec: 'decision 0014',
    importance: 'medium',
    story: async () => {
      const { pinned, held, next } = await twoEditions()
      const manifest = await manifestFile(next.lists, { number: 2, issuedAt: day(2), expiresAt: day(9) }, listKeys)
      return { pinned, held, offered: { ...next, manifest }, clock: day(2.5) }
    },
    expect: advanced({ manifest: 2, trust: 2 }),
  },
  {
    id: 'list/number-step-at-limit',
    about: 'The manifest is 100,000 numbers ahead of the one held.',
    spec: 'decision 0014',
    importance: 'low',
    story: () => offering({ manifest: { number: 100_001 } }),
    expect: advanced({ manifest: 100_001 }),
  },
  {
    id: 'list/last-second',
    about: 'The manifest expires in the second in which it is offered: both ends belong to the time it is good.',
    spec: 'decision 0014; TUF 1.0 §5.4.4',
    importance: 'low',
    story: () => offeringAll(day(9)),
    expect: advanced({ manifest: 2, trust: 2 }),
  },
  {
    id: 'list/clock-behind',
    about: "The device's clock is a month behind: the lists are taken, and the clock is noticed.",
    spec: 'decision 0014',
    importance: 'high',
    story: () => offeringAll(day(-28)),
    expect: advanced({ manifest: 2, trust: 2 }, 'behind'),
  },
  {
    id: 'list/clock-nearly-right',
    about: "The device's clock is five minutes behind, as clocks are.",
    spec: 'decision 0014',
    importance: 'low',
    story: () => offeringAll(new Date(day(2).getTime() - 300_000)),
    expect: advanced({ manifest: 2, trust: 2 }),
  },
]
