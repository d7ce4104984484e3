import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { disk } from '../../src/snapshot/disk.ts'
import { folderChunks } from '../../src/snapshot/folder-chunks.ts'
import { readListFiles } from '../../src/snapshot/layout.ts'
import { settle } from '../../src/snapshot/published-folder.ts'
import { readPublished } from '../../src/trust/published.ts'
import { publish } from '../../src/trust/publishing.ts'
import { update } from '../../src/trust/updating.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'
import { failingDisk, Killed } from './failing-disk.ts'
import { publishFirst, readBytes, revokeOne, stageNext, trust } from './lists-world.ts'

const cwd = emptyFolder()
const at = (name: string): string => join(cwd, name)
const LATER_TEXT = '2022-06-01T13:00:00Z'
const LATER = new Date(LATER_TEXT)

/** A publication, and the next one staged and signed. */
beforeAll(async () => {
  await publishFirst(cwd, 'published', ['dsc-all', 'dsc-test'])
  revokeOne(at('revoked'))
  await stageNext(cwd, 'published', 'staged', ['dsc-all', 'dsc-test'], '--revocation', 'revoked', '--at', LATER_TEXT)
  for (const key of ['list-1', 'list-2']) await trust(cwd, 'sign', 'staged', '--key', join(keysSample, key))
})

/** A copy of what is published. */
function copy(name: string): string {
  rmSync(at(name), { recursive: true, force: true })
  cpSync(at('published'), at(name), { recursive: true })
  return at(name)
}

/** The number that a checker without lists takes over; a code where there is none. */
async function offeredNumber(from: string): Promise<number | string> {
  rmSync(at('checker'), { recursive: true, force: true })
  try {
    const root = readBytes(at('published/roots/1.root'))
    return (await update({ held: at('checker'), from, root, now: LATER }, disk)).manifest.number
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}

describe('a publication that is killed', () => {
  it('shows the old lists, the new ones, or none that belong together, and the next one brings it to its end', async () => {
    const counting = failingDisk(Number.POSITIVE_INFINITY)
    await publish({ staged: at('staged'), out: copy('counted'), now: LATER }, counting.disk)
    const seen: (number | string)[] = []
    for (let step = 0; step < counting.steps(); step += 1) {
      const plan = { staged: at('staged'), out: copy('killed'), now: LATER }
      await expect(publish(plan, failingDisk(step).disk)).rejects.toThrow(Killed)
      seen.push(await offeredNumber(plan.out))
      settle(plan.out, disk)
      expect([1, 2]).toContain((await readPublished(plan.out))?.snapshot?.manifest.number)
      await publish(plan, disk)
      expect(await offeredNumber(plan.out)).toBe(2)
      expect(readdirSync(plan.out).filter((name) => name.includes('.next'))).toEqual([])
    }
    expect([...new Set(seen)]).toEqual([1, 'list.mixed', 2])
  })
})

describe('a publication', () => {
  it('writes nothing that our own reader refuses', async () => {
    const before = filesOf('published')
    const staged = copyOf('staged', 'broken')
    const list = join(staged, 'revocation.list')
    const bytes = readFileSync(list)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(list, bytes)
    const plan = { staged, out: at('published'), now: LATER }
    await expect(publish(plan, disk)).rejects.toThrow(expect.objectContaining({ code: 'list.signature' }))
    const late = { staged: at('staged'), out: at('published'), now: new Date('2022-07-01') }
    await expect(publish(late, disk)).rejects.toThrow('list.expired')
    expect(filesOf('published')).toEqual(before)
  })

  it('is refused without a piece of its revocation list', async () => {
    const staged = copyOf('staged', 'pieceless')
    rmSync(join(staged, 'chunks'), { recursive: true })
    const plan = { staged, out: copy('without'), now: LATER }
    await expect(publish(plan, disk)).rejects.toThrow('stage.piece-missing')
    expect(await offeredNumber(plan.out)).toBe(1)
  })

  it('is refused when it says that it was made at a time to come, by more than clocks differ', async () => {
    const out = copy('future')
    const early = (seconds: number) => ({ staged: at('staged'), out, now: new Date(LATER.getTime() - seconds * 1000) })
    await expect(publish(early(301), disk)).rejects.toThrow('stage.from-future')
    expect(await offeredNumber(out)).toBe(1)
    await publish(early(300), disk)
    expect(await offeredNumber(out)).toBe(2)
  })

  it('leaves alone what is not its own', async () => {
    const out = copy('shared')
    for (const name of ['notes.next', 'chunks/app.js', 'roots/mine.next']) writeFileSync(join(out, name), 'mine')
    await publish({ staged: at('staged'), out, now: LATER }, disk)
    settle(out, disk)
    for (const name of ['notes.next', 'chunks/app.js', 'roots/mine.next'])
      expect(existsSync(join(out, name))).toBe(true)
  })

  it('is no publication when there is nothing staged, or another first root', async () => {
    const plan = { staged: at('nothing'), out: copy('same'), now: LATER }
    await expect(publish(plan, disk)).rejects.toThrow('stage.empty')
    await publishFirst(cwd, 'other', ['dsc-test'])
    await expect(publish({ ...plan, staged: at('other-1') }, disk)).rejects.toThrow(/list\.(?:changed|rollback)/)
  })
})

describe('a checker', () => {
  it('takes nothing over without the chunks of the revocation list', async () => {
    const out = copy('served')
    await publish({ staged: at('staged'), out, now: LATER }, disk)
    const [chunk = ''] = readdirSync(join(out, 'chunks'))
    writeFileSync(join(out, 'chunks', chunk), 'something else')
    expect(await offeredNumber(out)).toBe('held.piece-missing')
    expect(existsSync(at('checker'))).toBe(false)
  })

  it('reads no file that is too large, and none that is no file', async () => {
    const out = copy('strange')
    rmSync(join(out, 'trust.list'))
    symlinkSync('/dev/zero', join(out, 'trust.list'))
    await expect(offeredNumber(out)).rejects.toThrow('EINVAL')
    rmSync(join(out, 'trust.list'))
    writeFileSync(join(out, 'trust.list'), new Uint8Array(65 * 2 ** 20))
    expect(await offeredNumber(out)).toBe('list.too-large')
    expect(folderChunks(out).chunk('../trust.list')).toBeUndefined()
    expect(readListFiles(at('nowhere'))).toEqual({ roots: [], lists: {} })
  })
})

function copyOf(from: string, to: string): string {
  rmSync(at(to), { recursive: true, force: true })
  cpSync(at(from), at(to), { recursive: true })
  return at(to)
}

/** Names and bytes of all files below a folder. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(at(folder), name)).isFile())
  return new Map(files.map((name) => [name, readFileSync(join(at(folder), name), 'hex')]))
}
