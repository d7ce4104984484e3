import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exactRevocation, readRevocationIndex, readTrustList, uciHash } from '@vaxcert/core/trust'
import { verify } from '@vaxcert/core/verify'
import { describe, expect, it } from 'vitest'
import { readKid } from '../../src/kid.ts'
import { folderChunks } from '../../src/snapshot/folder-chunks.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample, NOW, sampleText, test as testDcc, vaccination } from '../sample-certificates.ts'

const cwd = emptyFolder()
const trustFile = `${keysSample}/trust-list.json`
const trust = readTrustList(JSON.parse(readFileSync(trustFile, 'utf8')))
const uvci = 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3'
const text = await sampleText(vaccination)
const otherText = await sampleText(testDcc)
let registers = 0

/** Runs `vaxcert revoke` on a register of its own, or on that of an earlier run. */
function onNewRegister() {
  registers += 1
  const register = `register-${registers}.ndjson`
  const path = join(cwd, register)
  return {
    path,
    revoke: (command: string, ...options: readonly string[]) =>
      vaxcert(['revoke', command, '--register', register, ...options], { cwd }),
    lines: () =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as Record<string, string>)
        : [],
  }
}

async function verdictBy(folder: string, certificate = text) {
  const index = readRevocationIndex(readFileSync(join(cwd, folder, 'revocation.index')))
  const revocation = exactRevocation(index, folderChunks(join(cwd, folder)))
  const verdict = await verify(certificate, { trust, at: NOW, revocation })
  return 'code' in verdict ? verdict.code : verdict.kind
}

describe('revoke add', () => {
  it('revokes a typed identifier in every spelling, and tells what is there already', async () => {
    const { revoke, lines } = onNewRegister()
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
    const { revoke, lines } = onNewRegister()
    const refused = await revoke('add', '--uvci', uvci.replace('#3', '#4'))
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).not.toContain('4JBSWY3')
    expect(lines()).toEqual([])
    expect((await revoke('add', '--exact', '--uvci', uvci.replace('#3', '#4'))).stdout).toMatch(/^1 revocation added/)
    for (const empty of ['', ' x']) expect((await revoke('add', '--uvci', empty)).code).toBe(2)
  })

  it('never writes an identifier, a name or a text into the register, nor tells one', async () => {
    const { revoke, path } = onNewRegister()
    writeFileSync(join(cwd, 'texts.txt'), `${text}\n`)
    const ran = [await revoke('add', '--text', 'texts.txt'), await revoke('add', '--uvci', uvci), await revoke('list')]
    const told = readFileSync(path, 'utf8') + ran.map(({ stdout, stderr }) => stdout + stderr).join('')
    expect(told).not.toMatch(/UVCI|SAMPLE|HC1|Trần|1990/)
  })

  it('takes kid, identifier and signature from a text, and its last day when its signature was checked', async () => {
    const { revoke, lines } = onNewRegister()
    writeFileSync(join(cwd, 'one.txt'), text)
    await revoke('add', '--text', 'one.txt')
    expect(lines().map(({ type }) => type)).toEqual(['UCI', 'SIGNATURE'])
    expect(lines().every(({ kid, until }) => readKid(kid ?? '')?.length === 8 && until === undefined)).toBe(true)
    const checked = onNewRegister()
    await checked.revoke('add', '--text', 'one.txt', '--trust', trustFile, '--types', 'COUNTRYCODEUCI,SIGNATURE')
    expect(checked.lines().map(({ type, until }) => `${type} ${until}`)).toEqual([
      'SIGNATURE 2023-06-01',
      'COUNTRYCODEUCI 2023-06-01',
    ])
  })

  it('takes kids, and a last day, for an identifier', async () => {
    const { revoke, lines } = onNewRegister()
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
    const { revoke } = onNewRegister()
    writeFileSync(join(cwd, 'one.txt'), text)
    expect((await revoke('add', '--text', 'one.txt')).stderr).toMatch(/signatures of the texts are not checked/)
    expect((await revoke('add', '--text', 'one.txt', '--trust', trustFile)).stderr).toBe('')
  })

  it('takes no text that somebody else signed when it is told whose word counts', async () => {
    const { revoke, lines } = onNewRegister()
    const forged = await sampleText(vaccination, 'stranger')
    writeFileSync(join(cwd, 'forged.txt'), `${forged}\n${otherText}\nHC1:JUNK\n`)
    const ran = await revoke('add', '--text', 'forged.txt', '--trust', trustFile)
    expect(ran.code).toBe(1)
    expect(ran.stdout).toBe('2 revocations added; 2 in the register\n')
    expect(ran.stderr).toMatch(/\(signer\.unknown\)\.\n.*\(text\.base45\)|\(signer\.unknown\)\.\n/)
    expect(lines()).toHaveLength(2)
  })

  it('revokes all that a document signer signed', async () => {
    const { revoke, lines } = onNewRegister()
    await revoke('add', '--dsc', `${keysSample}/dsc-all.pem`, '--reason', 'key-compromise')
    const [{ type, hash, kid = '' } = {}] = lines()
    expect({ type, hash }).toEqual({ type: 'SIGNER', hash: undefined })
    expect((await revoke('add', '--dsc', kid, '--json')).stdout).toContain('"alreadyThere":1')
    await revoke('publish', '--out', 'whole')
    expect(await verdictBy('whole')).toBe('dcc.revoked')
    expect(await verdictBy('whole', await sampleText(vaccination, 'dsc-vaccination'))).toBe('accepted')
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
    const { revoke, lines } = onNewRegister()
    const ran = await revoke('add', ...options)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).not.toBe('')
    expect(lines()).toEqual([])
  })
})

describe('A facility', () => {
  const kid = Buffer.from(trust.signers[0]?.kid ?? []).toString('base64')
  const csv = `uvci,kid,facility,date,exp,note
A,${kid},F1,2021-08-01,2022-08-01,first day
B,${kid},F1,2021-08-14,1659312000,last day
C,${kid},F1,2021-08-15,2022-08-01,a day late
D,${kid},F2,2021-08-10,2022-08-01,next door
E,,F1,2021-08-10,,nobody knows who signed
`
  const days = ['--facility', 'F1', '--from', '2021-08-01', '--until', '2021-08-14', '--ledger', 'ledger']
  const revoked = (lines: readonly Record<string, string>[]) =>
    'ABCDE'.split('').filter((name) => lines.some(({ hash }) => hash === Buffer.from(uciHash(name)).toString('base64')))

  it('is revoked for its days, both ends included', async () => {
    const { revoke, lines } = onNewRegister()
    writeFileSync(join(cwd, 'ledger'), csv)
    expect((await revoke('add', ...days)).code).toBe(0)
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
    expect(lines().map(({ kid: own, until }) => [own === kid, until])).toEqual([
      [true, '2022-08-01'],
      [true, '2022-08-01'],
      [false, undefined],
    ])
  })

  it('is looked up in NDJSON too', async () => {
    const { revoke, lines } = onNewRegister()
    const rows = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => {
        const [id, own, facility, date, exp] = row.split(',')
        return JSON.stringify({ uvci: id, kid: own || null, facility, date, exp: Number(exp) || exp })
      })
    writeFileSync(join(cwd, 'ledger'), `${rows.join('\n')}\n`)
    expect((await revoke('add', ...days)).code).toBe(0)
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
  })

  it('says so when rows cannot be read, and revokes the others', async () => {
    const { revoke, lines } = onNewRegister()
    writeFileSync(
      join(cwd, 'ledger'),
      `${csv}"F\nG,${kid},F1,2021-08-10,soon,\n,${kid},F1,2021-08-10,,\nH,zzz,F1,2021-08-10,,\n`,
    )
    const ran = await revoke('add', ...days)
    expect(ran).toMatchObject({
      code: 1,
      stderr: 'vaxcert: 4 rows of the ledger cannot be read, the first on line 7.\n',
    })
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
  })

  it('takes no short number for an end that has long passed', async () => {
    const { revoke, lines } = onNewRegister()
    writeFileSync(join(cwd, 'ledger'), `${csv}F,${kid},F1,2021-08-10,20220801,\n`)
    const ran = await revoke('add', ...days)
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('1 rows of the ledger cannot be read') })
    expect(revoked(lines())).toEqual(['A', 'B', 'E'])
  })

  it('says which of what was meant may be missing', async () => {
    const { revoke, lines } = onNewRegister()
    writeFileSync(join(cwd, 'ledger'), `${csv}F,${kid},F1,,2022-08-01,\n`)
    const undated = await revoke('add', ...days)
    expect(undated).toMatchObject({ code: 1, stderr: 'vaxcert: rows of the facility without a date, not taken: 1.\n' })
    const unknown = await revoke('add', '--exact', '--uvci', 'D', 'Z', '--ledger', 'ledger')
    expect(unknown).toMatchObject({
      code: 1,
      stderr: 'vaxcert: identifiers that the ledger does not know, not taken: 1.\n',
    })
    expect(revoked(lines())).toEqual(['A', 'B', 'D', 'E'])
  })

  it('that the ledger does not know is no reason to be content', async () => {
    const { revoke } = onNewRegister()
    writeFileSync(join(cwd, 'ledger'), csv)
    const ran = await revoke('add', ...days.with(1, 'F9'))
    expect(ran).toMatchObject({ code: 1, stderr: 'vaxcert: no row of the ledger is meant.\n' })
  })

  it('may be left out: the ledger also tells who signed an identifier', async () => {
    const { revoke, lines } = onNewRegister()
    writeFileSync(join(cwd, 'ledger'), `{"uvci":"${uvci}","text":"${text}"}\n`)
    expect((await revoke('add', '--uvci', '01:VN:4JBSWY3DPEHPK3PXPABC', '--ledger', 'ledger')).code).toBe(0)
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toMatchObject({ hash: Buffer.from(uciHash(uvci)).toString('base64'), until: '2023-06-01' })
    expect(lines()[0]?.kid).toBeDefined()
  })
})

describe('revoke remove', () => {
  it('takes back, whoever signed, and keeps both lines', async () => {
    const { revoke, lines } = onNewRegister()
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
    expect((await onNewRegister().revoke('remove', '--uvci', uvci)).code).toBe(2)
    expect((await onNewRegister().revoke('list')).code).toBe(2)
  })
})

describe('revoke publish', () => {
  it('writes editions that a verifier reads, one after the other', async () => {
    const { revoke } = onNewRegister()
    writeFileSync(join(cwd, 'one.txt'), text)
    await revoke('add', '--uvci', uvci)
    expect((await revoke('publish', '--out', 'first')).code).toBe(0)
    expect(await verdictBy('first')).toBe('accepted')
    await revoke('add', '--text', 'one.txt')
    const { stdout } = await revoke('publish', '--out', 'second', '--previous', 'first', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ edition: 2, members: 6, pieces: 4 })
    expect(await verdictBy('second')).toBe('dcc.revoked')
    expect(await verdictBy('second', otherText)).toBe('accepted')
    expect(readRevocationIndex(readFileSync(join(cwd, 'second/revocation.index'))).deltas).toHaveLength(1)
  })

  it('replaces no edition, and counts on from none that is damaged', async () => {
    const { revoke } = onNewRegister()
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
    const { revoke } = onNewRegister()
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
