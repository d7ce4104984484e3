import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCK, lockFolder } from '../../src/records/folder-lock.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

/** Higher than any system gives. */
const NOBODY = 2 ** 30

function leftBy(holder: object | string): string {
  const folder = emptyFolder()
  writeFileSync(join(folder, LOCK), typeof holder === 'string' ? holder : JSON.stringify(holder))
  return folder
}

describe('a folder that is locked', () => {
  it('lets no second run in until the first is done', () => {
    const folder = emptyFolder()
    const lock = lockFolder(folder)
    expect(lock.wasLeft).toBe(false)
    expect(() => lockFolder(folder)).toThrow(`Process ${process.pid} is at work in that folder.`)
    lock.release()
    expect(existsSync(join(folder, LOCK))).toBe(false)
    lockFolder(folder).release()
  })

  it.each([
    ['a process that is no more', { process: NOBODY, host: hostname() }],
    ['a process that had our number', { process: process.pid, host: hostname() }],
    ['one that was killed while it wrote', ''],
  ])('is free again after %s', (_, holder) => {
    const folder = leftBy(holder)
    const lock = lockFolder(folder)
    expect(lock.wasLeft).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, LOCK), 'utf8'))).toEqual({ process: process.pid, host: hostname() })
    lock.release()
  })

  it('is taken over by one process alone, of all that find it left', () => {
    const gone = { process: NOBODY, host: hostname() }
    const folder = leftBy(gone)
    const second = join(folder, `${LOCK}.second`)
    writeFileSync(second, JSON.stringify({ process: process.ppid, host: hostname() }))
    expect(() => lockFolder(folder)).toThrow('at work in that folder')
    expect(JSON.parse(readFileSync(join(folder, LOCK), 'utf8'))).toEqual(gone)
    writeFileSync(second, JSON.stringify(gone))
    lockFolder(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['a process that runs', { process: process.ppid, host: hostname() }, `Process ${process.ppid}`],
    ['one of another machine, which may run', { process: NOBODY, host: 'elsewhere' }, 'A run on another machine'],
  ])('stays locked by %s', async (_, holder, who) => {
    const folder = leftBy(holder)
    writeFileSync(join(folder, 'doses.csv'), 'dose_id,full_name\nD1,Trần Thị Ánh\n')
    const { code, stderr } = await vaxcert(['cleanse', 'doses.csv', '--out', '.'], { cwd: folder })
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${who} is at work in that folder. Wait for it`)])
    expect(stderr).toContain(`remove ${LOCK} there`)
    expect(JSON.parse(readFileSync(join(folder, LOCK), 'utf8'))).toEqual(holder)
  })
})
