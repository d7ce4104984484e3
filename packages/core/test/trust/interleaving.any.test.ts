import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { advance } from '../../src/trust/advance.ts'
import { listKinds } from '../../src/trust/list-kind.ts'
import { plannedRoot } from '../../src/trust/publish/planned-root.ts'
import type { Root } from '../../src/trust/root.ts'
import type { Offer, Snapshot } from '../../src/trust/snapshot.ts'
import type { Statement } from '../../src/trust/statement.ts'
import { contents, day, firstRoot, nextRootFile, offerOf, signerNamed } from './list-world.ts'

let pinned: Root
/** What an honest publisher had at four times; a new epoch began before the third. */
const history: Snapshot[] = []

beforeAll(async () => {
  pinned = await firstRoot()
  const next = plannedRoot(await nextRootFile(pinned, { newEpoch: true }))
  for (let on = 1; on <= 4; on += 1) {
    const previous = history.at(-1)
    const root = on < 3 ? pinned : next
    const signers = [...contents.signers, ...Array.from({ length: on }, (_, at) => signerNamed(`signer ${at}`))]
    const denied = [{ kid: new Uint8Array(8).fill(on), reason: 'compromised' }]
    const offer = await offerOf({
      root,
      on,
      contents: { signers, denied },
      roots: [root.file],
      ...(previous && { previous }),
    })
    history.push(await advance(previous ?? pinned, offer, day(on)))
  }
})

/** Files of several times thrown together; a time of none leaves a list out. */
const mixture = fc.record({
  roots: fc.integer({ min: 0, max: 3 }),
  manifest: fc.integer({ min: 0, max: 3 }),
  lists: fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 }), { minLength: 5, maxLength: 5 }),
  honest: fc.boolean(),
})

type Mixture = typeof mixture extends fc.Arbitrary<infer T> ? T : never

function offerOfTimes({ roots, manifest, lists, honest }: Mixture): Offer {
  const at = (time: number): Snapshot => history[time] as Snapshot
  if (honest) return at(manifest).files
  const chosen = listKinds.flatMap((kind, index) => {
    const time = lists[index] ?? undefined
    return time === undefined ? [] : [[kind, at(time).files.lists[kind]]]
  })
  return { roots: at(roots).files.roots, manifest: at(manifest).files.manifest, lists: Object.fromEntries(chosen) }
}

function statementsOf({ manifest, root, statements }: Snapshot): readonly Statement[] {
  return [root, manifest, ...listKinds.map((kind) => statements[kind])]
}

const isLower = (left: Statement, right: Statement): boolean =>
  left.epoch < right.epoch || (left.epoch === right.epoch && left.number < right.number)

it('However old and new files are mixed, nothing ever goes back, and every snapshot is one that was published', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mixture, { minLength: 1, maxLength: 6 }), async (mixtures) => {
      let held: Root | Snapshot = pinned
      for (const offer of mixtures.map(offerOfTimes)) {
        const next: Snapshot | undefined = await advance(held, offer, day(4)).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Fault)
          return undefined
        })
        if (next === undefined) continue
        if ('files' in held) {
          const before = statementsOf(held)
          expect(statementsOf(next).some((statement, at) => isLower(statement, before[at] as Statement))).toBe(false)
        }
        expect(history.map(({ files }) => files.lists)).toContainEqual(next.files.lists)
        held = next
      }
    }),
    { numRuns: 40 },
  )
})
