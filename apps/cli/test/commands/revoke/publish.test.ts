import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRevocationIndex } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../../empty-folder.ts'
import { sampleText, test as testDcc, vaccination } from '../../sample-certificates.ts'
import { onNewRegister, uvci, verdictBy } from './registers.ts'

const cwd = emptyFolder()
const text = await sampleText(vaccination)
const otherText = await sampleText(testDcc)

describe('revoke publish', () => {
  it('writes editions that a verifier reads, one after the other', async () => {
    const { revoke } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'one.txt'), text)
    await revoke('add', '--uvci', uvci)
    expect((await revoke('publish', '--out', 'first')).code).toBe(0)
    expect(await verdictBy(join(cwd, 'first'), text)).toBe('accepted')
    await revoke('add', '--text', 'one.txt')
    const { stdout } = await revoke('publish', '--out', 'second', '--previous', 'first', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ edition: 2, members: 6, pieces: 4 })
    expect(await verdictBy(join(cwd, 'second'), text)).toBe('dcc.revoked')
    expect(await verdictBy(join(cwd, 'second'), otherText)).toBe('accepted')
    expect(readRevocationIndex(readFileSync(join(cwd, 'second/revocation.index'))).deltas).toHaveLength(1)
  })

  it('replaces no edition, and counts on from none that is damaged', async () => {
    const { revoke } = onNewRegister(cwd)
    await revoke('add', '--uvci', uvci)
    await revoke('publish', '--out', 'kept')
    expect((await revoke('publish', '--out', 'kept')).code).toBe(2)
    expect((await revoke('publish', '--out', 'next', '--previous', 'nowhere')).code).toBe(2)
    const [chunk = ''] = readdirSync(join(cwd, 'kept/chunks'))
    appendFileSync(join(cwd, 'kept/chunks', chunk), 'x')
    const ran = await revoke('publish', '--out', 'next', '--previous', 'kept', '--json')
    expect(ran).toMatchObject({ code: 1, stdout: '{"kind":"refused","code":"revocation.unavailable"}\n' })
    expect(existsSync(join(cwd, 'next'))).toBe(false)
  })
})

describe('revoke batches', () => {
  it('writes what the gateway takes', async () => {
    const { revoke } = onNewRegister(cwd)
    await revoke('add', '--uvci', uvci, '--dsc', 'AQIDBAUGBwg=')
    const ran = await revoke('batches', '--out', 'batches', '--last-day', '2023-06-01', '--json')
    expect(JSON.parse(ran.stdout)).toEqual({ batches: 1, members: 4, leftOut: 1 })
    expect(JSON.parse(readFileSync(join(cwd, 'batches/batch-00001.json'), 'utf8'))).toMatchObject({
      country: 'VN',
      kid: 'UNKNOWN_KID',
      hashType: 'UCI',
      expires: '2023-06-02T00:00:00Z',
    })
    expect((await revoke('batches', '--out', 'batches', '--country', 'vn', '--last-day', '2023-06-01')).code).toBe(2)
  })
})
