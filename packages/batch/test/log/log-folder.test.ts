import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { folderSource, verifyLog, writeLog } from '../../src/log/index.ts'
import { each, logKey, sampleEntries, sampleLog } from './sample-log.ts'

describe('a log in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-log-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is written once, read back and found sound', async () => {
    const { files } = await sampleLog(sampleEntries(600))
    const list = [...files].map(([path, bytes]) => ({ path, bytes }))
    const place = join(folder, 'log')
    await writeLog(place, each(list))
    await expect(writeLog(place, each(list))).rejects.toMatchObject({ code: 'log.exists' })
    expect(await verifyLog(folderSource(place), { log: logKey })).toMatchObject({ found: 0 })
  })

  it('takes no link for a file, and no file that is too large', async () => {
    const place = join(folder, 'log')
    rmSync(join(place, 'tile/0/000'))
    symlinkSync(join(place, 'tile/0/001'), join(place, 'tile/0/000'))
    writeFileSync(join(place, 'tile/entries/001'), Buffer.alloc(200_000))
    symlinkSync(place, join(place, 'tile/3'))
    const { findings } = await verifyLog(folderSource(place), { log: logKey })
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'log.tile tile/0/000',
      'log.entry tile/entries/001',
      'log.surplus tile/3',
    ])
  })

  it('has a checkpoint', async () => {
    await expect(verifyLog(folderSource(join(folder, 'log/tile')), { log: logKey })).rejects.toMatchObject({
      code: 'log.missing',
    })
  })
})
