import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

describe('files that cannot be read twice, and folders under a second name', () => {
  it.skipIf(!existsSync('/dev/null'))('refuses a device, as it would a pipe, at once', async () => {
    const cwd = emptyFolder()
    const cleansed = await vaxcert(['cleanse', '/dev/null', '--out', 'out'], { cwd })
    expect([cleansed.code, cleansed.stderr]).toEqual([2, expect.stringMatching(/pipe or a device/)])
    mkdirSync(join(cwd, 'cleansed'))
    writeFileSync(join(cwd, 'cleansed', 'summary.json'), '{}')
    const matched = await vaxcert(['match', 'cleansed', '--register', '/dev/null', '--out', 'out'], { cwd })
    expect([matched.code, matched.stderr]).toEqual([2, expect.stringMatching(/pipe or a device/)])
  })

  it('writes over no cleansed folder, whatever it is called', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'cleansed'))
    writeFileSync(join(cwd, 'cleansed', 'summary.json'), '{}')
    writeFileSync(join(cwd, 'register.csv'), '')
    symlinkSync(join(cwd, 'cleansed'), join(cwd, 'same'))
    const { code, stderr } = await vaxcert(['match', 'cleansed', '--register', 'register.csv', '--out', 'same'], {
      cwd,
    })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/another folder/)])
    expect(readFileSync(join(cwd, 'cleansed', 'summary.json'), 'utf8')).toBe('{}')
  })
})
