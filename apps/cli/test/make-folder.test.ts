import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, makePrivateFolder } from '../src/make-folder.ts'
import { sampleAuthority, vaxcert } from './captured-io.ts'
import { emptyFolder } from './empty-folder.ts'

const cwd = emptyFolder()

describe('making a folder', () => {
  it('makes those above it too, and leaves alone what is there', () => {
    makeFolder(join(cwd, 'a/b/c'))
    writeFileSync(join(cwd, 'a/b/mine'), '')
    makeFolder(join(cwd, 'a/b/c/'))
    expect(readdirSync(join(cwd, 'a/b'))).toEqual(['c', 'mine'])
    expect(statSync(join(cwd, 'a/b/c')).isDirectory()).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('for people lets their owner alone look in', () => {
    makePrivateFolder(join(cwd, 'people/lists'))
    for (const path of ['people', 'people/lists']) expect(statSync(join(cwd, path)).mode & 0o777).toBe(0o700)
  })

  it('is refused below a file', () => {
    writeFileSync(join(cwd, 'file'), '')
    expect(() => makeFolder(join(cwd, 'file/x'))).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(/^Cannot make the folder .*\(ENOTDIR\)/) }),
    )
  })

  it.skipIf(!existsSync('/proc/self')).each([
    ['issue', ['issue', '-', ...sampleAuthority]],
    ['demo', ['demo']],
    ['keys', ['keys', 'sample']],
  ])('comes to an end for %s where a file system takes none', async (_, argv) => {
    const stdin = 'dose_id,person_id,full_name,birth_date,product,date,country\nD1,P1,A,1990,Pfizer,2021-08-14,VN\n'
    const ran = await vaxcert([...argv, '--out', '/proc/nope/deep'], { cwd, stdin })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^vaxcert: Cannot make the folder \/proc\/nope\/deep\S* \(ENOENT\)\. Choose another/)
  })
})
