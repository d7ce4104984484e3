import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uciHash } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { readKid } from '../../../src/kid.ts'
import { emptyFolder } from '../../empty-folder.ts'
import { keysSample, sampleText, test as testDcc, vaccination } from '../../sample-certificates.ts'
import { onNewRegister, trustFile, uvci, verdictBy } from './registers.ts'

const cwd = emptyFolder()
const text = await sampleText(vaccination)
const otherText = await sampleText(testDcc)

describe('revoke add', () => {
  it('revokes a typed identifier in every spelling, and tells what is there already', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    expect(await revoke('add', '--uvci', uvci, '--reason', 'fraud')).toMatchObject({
      code: 0,
      stdout: '4 revocations added; 4 in the register\n',
      stderr: '',
    })
    for (const spelling of [uvci, uvci.slice(0, -2), uvci.replace('URN:UVCI:', ''), '01:VN:4JBSWY3DPEHPK3PXPABC']) {
      const { stdout } = await revoke('add', '--uvci', spelling, '--json')
      expect(JSON.parse(stdout)).toEqual({ added: 0, alreadyThere: 4, revoked: 4 })
      expect(lines().map(({ hash }) => hash)).toContain(Buffer.from(uciHash(spelling)).toString('base64'))
    }
    expect(
      lines().every(
        ({ at, act, type, reason }) => `${at} ${act} ${type} ${reason}` === '2022-06-01T12:00:00Z add UCI fraud',
      ),
    ).toBe(true)
  })

  it('refuses a check character that does not fit, unless it is meant', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    const refused = await revoke('add', '--uvci', uvci.replace('#3', '#4'))
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).not.toContain('4JBSWY3')
    expect(lines()).toEqual([])
    expect((await revoke('add', '--exact', '--uvci', uvci.replace('#3', '#4'))).stdout).toMatch(/^1 revocation added/)
    for (const empty of ['', ' x']) expect((await revoke('add', '--uvci', empty)).code).toBe(2)
  })

  it('never writes an identifier, a name or a text into the register, nor tells one', async () => {
    const { revoke, path } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'texts.txt'), `${text}\n`)
    const ran = [await revoke('add', '--text', 'texts.txt'), await revoke('add', '--uvci', uvci), await revoke('list')]
    const told = readFileSync(path, 'utf8') + ran.map(({ stdout, stderr }) => stdout + stderr).join('')
    expect(told).not.toMatch(/UVCI|SAMPLE|HC1|Trần|1990/)
  })

  it('takes kid, identifier and signature from a text, and its last day when its signature was checked', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'one.txt'), text)
    await revoke('add', '--text', 'one.txt')
    expect(lines().map(({ type }) => type)).toEqual(['UCI', 'SIGNATURE'])
    expect(lines().every(({ kid, until }) => readKid(kid ?? '')?.length === 8 && until === undefined)).toBe(true)
    const checked = onNewRegister(cwd)
    await checked.revoke('add', '--text', 'one.txt', '--trust', trustFile, '--types', 'COUNTRYCODEUCI,SIGNATURE')
    expect(checked.lines().map(({ type, until }) => `${type} ${until}`)).toEqual([
      'SIGNATURE 2023-06-01',
      'COUNTRYCODEUCI 2023-06-01',
    ])
  })

  it('takes kids, and a last day, for an identifier', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    const kids = ['--kid', 'AQIDBAUGBwg=', 'CAcGBQQDAgE=', '--kid', 'AQEBAQEBAQE=']
    await revoke('add', '--exact', '--uvci', 'A', ...kids, '--last-day', '2023-01-31')
    expect(lines().map(({ kid, until }) => `${kid} ${until}`)).toEqual([
      'AQIDBAUGBwg= 2023-01-31',
      'CAcGBQQDAgE= 2023-01-31',
      'AQEBAQEBAQE= 2023-01-31',
    ])
    expect((await revoke('add', '--uvci', 'A', '--kid', 'AAAAAAAAAAA=')).code).toBe(2)
    expect((await revoke('add', '--dsc', 'AAAAAAAAAAA=')).code).toBe(2)
  })

  it('says when the signature of a text is not checked', async () => {
    const { revoke } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'one.txt'), text)
    expect((await revoke('add', '--text', 'one.txt')).stderr).toMatch(/signatures of the texts are not checked/)
    expect((await revoke('add', '--text', 'one.txt', '--trust', trustFile)).stderr).toBe('')
  })

  it('takes no text that somebody else signed when it is told whose word counts', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    const forged = await sampleText(vaccination, 'stranger')
    writeFileSync(join(cwd, 'forged.txt'), `${forged}\n${otherText}\nHC1:JUNK\n`)
    const ran = await revoke('add', '--text', 'forged.txt', '--trust', trustFile)
    expect(ran.code).toBe(1)
    expect(ran.stdout).toBe('2 revocations added; 2 in the register\n')
    expect(ran.stderr).toMatch(/\(signer\.unknown\)\.\n.*\(text\.base45\)|\(signer\.unknown\)\.\n/)
    expect(lines()).toHaveLength(2)
  })

  it('revokes all that a document signer signed', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    await revoke('add', '--dsc', `${keysSample}/dsc-all.pem`, '--reason', 'key-compromise')
    const [{ type, hash, kid = '' } = {}] = lines()
    expect({ type, hash }).toEqual({ type: 'SIGNER', hash: undefined })
    expect((await revoke('add', '--dsc', kid, '--json')).stdout).toContain('"alreadyThere":1')
    await revoke('publish', '--out', 'whole')
    expect(await verdictBy(join(cwd, 'whole'), text)).toBe('dcc.revoked')
    expect(await verdictBy(join(cwd, 'whole'), await sampleText(vaccination, 'dsc-vaccination'))).toBe('accepted')
    expect((await revoke('add', '--dsc', trustFile)).code).toBe(2)
  })

  it.each([
    [[]],
    [['--facility', 'F1', '--from', '2021-08-01', '--until', '2021-08-31']],
    [['--facility', 'F1', '--ledger', 'one.txt']],
    [['--uvci', uvci, '--kid', 'AAAA']],
    [['--uvci', uvci, '--last-day', '2022-02-30']],
    [['--text', 'one.txt', '--types', 'MD5']],
    [['--uvci', uvci, '--reason', 'Nguyễn']],
    [['--text', 'nowhere.txt']],
  ])('explains itself when it cannot be done: %j', async (options) => {
    const { revoke, lines } = onNewRegister(cwd)
    const ran = await revoke('add', ...options)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).not.toBe('')
    expect(lines()).toEqual([])
  })
})

describe('revoke remove', () => {
  it('takes back, whoever signed, and keeps both lines', async () => {
    const { revoke, lines } = onNewRegister(cwd)
    writeFileSync(join(cwd, 'one.txt'), text)
    await revoke('add', '--text', 'one.txt')
    const ran = await revoke(
      'remove',
      '--uvci',
      'URN:UVCI:01:VN:SAMPLEVACCINATION',
      '--reason',
      'issued-in-error',
      '--json',
    )
    expect(JSON.parse(ran.stdout)).toEqual({ removed: 1, revoked: 1 })
    expect(lines().map(({ act, type }) => `${act} ${type}`)).toEqual(['add UCI', 'add SIGNATURE', 'remove UCI'])
    expect((await revoke('list')).stdout).toMatch(/^SIGNATURE .*\n$/)
    expect((await revoke('remove', '--uvci', 'URN:UVCI:01:VN:SAMPLEVACCINATION')).code).toBe(1)
    expect((await revoke('add', '--text', 'one.txt', '--json')).stdout).toContain('"added":1,"alreadyThere":1')
  })

  it('needs a register', async () => {
    expect((await onNewRegister(cwd).revoke('remove', '--uvci', uvci)).code).toBe(2)
    expect((await onNewRegister(cwd).revoke('list')).code).toBe(2)
  })
})
