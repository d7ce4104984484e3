import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { exactRevocation } from '@vaxcert/core/trust'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Disk, disk } from '../../src/snapshot/disk.ts'
import { folderChunks } from '../../src/snapshot/folder-chunks.ts'
import { readHeld } from '../../src/snapshot/held-folder.ts'
import { update } from '../../src/trust/updating.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { NOW } from '../sample-certificates.ts'
import { failingDisk, Killed } from './failing-disk.ts'
import { publishFirst, publishWith, readBytes, revokeOne, stageNext, trust } from './lists-world.ts'

const cwd = emptyFolder()
const at = (name: string): string => join(cwd, name)
const LATER_TEXT = '2022-06-01T13:00:00Z'
const LATER = new Date(LATER_TEXT)

/** Two publications, and a folder that holds the first. */
beforeAll(async () => {
  await publishFirst(cwd, 'published', ['dsc-all', 'dsc-test'])
  await trust(cwd, 'update', 'held', '--from', 'published', '--root', 'published/roots/1.root')
  cpSync(at('published'), at('next'), { recursive: true })
  revokeOne(at('revoked'))
  const revocation = ['--revocation', 'revoked', '--at', LATER_TEXT]
  await stageNext(cwd, 'next', 'staged', ['dsc-all', 'dsc-test', 'dsc-rsa'], ...revocation)
  await publishWith(cwd, 'staged', 'next', '--at', LATER_TEXT)
})

/** A copy of what is held. */
function copy(name: string): string {
  rmSync(at(name), { recursive: true, force: true })
  cpSync(at('held'), at(name), { recursive: true })
  return at(name)
}

/** The number of what is held; the code where it cannot be used. */
async function heldNumber(folder: string): Promise<number | string> {
  try {
    return (await readHeld(folder)).accepted?.snapshot.manifest.number ?? 'nothing'
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
}

describe('a held folder', () => {
  it('holds the new snapshot or the old one, whenever the update is killed, and can be updated again', async () => {
    const plan = { held: copy('counted'), from: at('next'), now: LATER }
    const counting = failingDisk(Number.POSITIVE_INFINITY)
    await update(plan, counting.disk)
    expect(await heldNumber(plan.held)).toBe(2)
    expect(counting.steps()).toBeGreaterThan(20)

    const held: (number | string)[] = []
    for (let step = 0; step < counting.steps(); step += 1) {
      const killed = { ...plan, held: copy('killed') }
      await expect(update(killed, failingDisk(step).disk)).rejects.toThrow(Killed)
      held.push(await heldNumber(killed.held))
      await update(killed, disk)
      expect(await heldNumber(killed.held)).toBe(2)
    }
    expect(held.toSorted()).toEqual(held)
    expect(new Set(held)).toEqual(new Set([1, 2]))
  })

  it('can be filled again when the very first update was killed', async () => {
    const plan = { held: at('first'), from: at('published'), root: readBytes(at('published/roots/1.root')), now: NOW }
    const counting = failingDisk(Number.POSITIVE_INFINITY)
    await update(plan, counting.disk)
    for (let step = 0; step < counting.steps(); step += 1) {
      rmSync(plan.held, { recursive: true, force: true })
      await expect(update(plan, failingDisk(step).disk)).rejects.toThrow(Killed)
      expect(['held.empty', 'nothing', 1]).toContain(await heldNumber(plan.held))
      await update(plan, disk)
      expect(await heldNumber(plan.held)).toBe(1)
    }
  })

  it('refuses, or looks nothing up, when a byte of any file of it is another one', async () => {
    await update({ held: at('held'), from: at('next'), now: LATER }, disk)
    const folder = copy('flipped')
    for (const name of filesBelow(folder).filter((name) => !isOfAnOlderState(folder, name))) {
      const path = join(folder, name)
      const bytes = readFileSync(path)
      for (let index = 0; index < bytes.length; index += Math.ceil(bytes.length / 24)) {
        const flipped = Buffer.from(bytes)
        flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8))
        writeFileSync(path, flipped)
        if (name.startsWith('chunks')) await expect(lookUp(folder)).rejects.toThrow('revocation.unavailable')
        else expect(await heldNumber(folder)).toMatch(/^(?:list|held)\./)
      }
      writeFileSync(path, bytes)
    }
    expect(await heldNumber(folder)).toBe(2)
    expect(await lookUp(folder)).toBe(false)
  })

  it('refuses when a file is missing, but for the newest time, which the lists tell anew', async () => {
    const folder = copy('missing')
    for (const name of filesBelow(folder)) {
      if (name.startsWith('chunks') || isOfAnOlderState(folder, name)) continue
      const bytes = readFileSync(join(folder, name))
      rmSync(join(folder, name))
      const expected = { newest: 2, current: 'nothing', 'pinned.root': 'held.empty' }[name] ?? 'held.damaged'
      expect(await heldNumber(folder)).toBe(name.endsWith('1.root') ? 2 : expected)
      writeFileSync(join(folder, name), bytes)
    }
  })

  it('leaves alone what is not its own', async () => {
    const folder = copy('shared')
    const theirs = ['chunks/app.js', 'states/mine', 'notes'].map((name) => join(folder, name))
    for (const path of theirs) writeFileSync(path, 'mine')
    await update({ held: folder, from: at('next'), now: LATER }, disk)
    for (const path of theirs) expect(readFileSync(path, 'utf8')).toBe('mine')
  })

  it('keeps the root that was pinned, and the first of two updates at once', async () => {
    const folder = copy('kept')
    const other = { held: folder, from: at('next'), root: readBytes(at('next/manifest.list')), now: LATER }
    await expect(update(other, disk)).rejects.toThrow('held.other-root')
    const old = join(folder, 'current')
    const before = readFileSync(old)
    await expect(update({ held: at('empty'), from: at('published'), now: NOW }, disk)).rejects.toThrow('held.empty')
    await stageNext(cwd, 'next', 'staged-3', ['dsc-all', 'dsc-test', 'dsc-rsa'], '--at', LATER_TEXT)
    cpSync(at('next'), at('third'), { recursive: true })
    await publishWith(cwd, 'staged-3', 'third', '--at', LATER_TEXT)
    const busy = withRival(() => writeFileSync(old, `9-9-${'0'.repeat(64)}\n`))
    await expect(update({ held: folder, from: at('third'), now: LATER }, busy)).rejects.toThrow('held.busy')
    writeFileSync(old, before)
    expect(await heldNumber(folder)).toBe(2)
  })

  it('remembers the time of the clock, so that one set back is noticed', async () => {
    const folder = copy('clock')
    const future = new Date(NOW.getTime() + 10 * 3_600_000)
    const seen = await vaxcert(['verify', '-', '--snapshot', folder, '--json'], { cwd, stdin: 'HC1:X', now: future })
    const back = await vaxcert(['verify', '-', '--snapshot', folder, '--json'], { cwd, stdin: 'HC1:X', now: LATER })
    expect([seen, back].map(({ stdout }) => JSON.parse(stdout).lists.clock)).toEqual(['right', 'behind'])
    const asked = ['verify', '-', '--snapshot', folder, '--json', '--at', '2030-01-01']
    await vaxcert(asked, { cwd, stdin: 'HC1:X' })
    expect((await readHeld(folder)).accepted?.snapshot.newest).toBe(future.getTime() / 1000)
  })
})

/** A disk on which somebody else is faster: what is done at each change of a name comes in between. */
function withRival(act: () => void): Disk {
  const rename = (from: string, to: string): void => {
    act()
    disk.rename(from, to)
  }
  return { ...disk, rename }
}

/** What the snapshot before is read from; nobody reads it now. */
function isOfAnOlderState(folder: string, name: string): boolean {
  const current = readFileSync(join(folder, 'current'), 'utf8').trim()
  return name.startsWith('states') && !name.includes(current)
}

/** Looks up what is revoked. */
async function lookUp(folder: string): Promise<boolean> {
  const snapshot = (await readHeld(folder)).accepted?.snapshot
  if (snapshot === undefined) throw new TypeError('nothing held')
  const [signer] = snapshot.trust.signers
  const revocation = exactRevocation(snapshot.revocation, folderChunks(folder))
  return revocation.isRevoked({
    kid: signer?.kid ?? new Uint8Array(),
    signature: new Uint8Array(64),
    algorithm: 'ES256',
    ci: 'URN:UVCI:01:VN:SAMPLE',
    country: 'VN',
  })
}
