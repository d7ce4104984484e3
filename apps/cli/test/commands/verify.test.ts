import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { qrPng } from '@vaxcert/paper'
import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample, sampleText, vaccination } from '../sample-certificates.ts'

const cwd = emptyFolder()
const trust = ['--trust', `${keysSample}/trust-list.json`]
let text = ''

/** Kind or code of each JSON line of a run of verify. */
async function verified(argv: readonly string[], stdin: string | Uint8Array = '') {
  const { code, stdout, stderr } = await vaxcert(['verify', ...argv, ...trust, '--json'], { cwd, stdin })
  const lines = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { kind: string; code?: string; file?: string })
  return { code, stderr, outcomes: lines.map((line) => line.code ?? line.kind), files: lines.map(({ file }) => file) }
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(cwd, name), content)
  return name
}

beforeAll(async () => {
  text = await sampleText(vaccination)
})

describe('what verify takes', () => {
  it('is texts, one a line, with a byte order mark and CRLF too', async () => {
    const path = write('texts.txt', `\uFEFF${text}\r\n\r\n${text}`)
    expect(await verified([path])).toEqual({
      code: 0,
      stderr: '',
      outcomes: ['accepted', 'accepted'],
      files: [path, path],
    })
  })

  it('is a picture, told by its first bytes and not by its name, from a file or a pipe', async () => {
    const path = write('picture.txt', qrPng(text))
    expect(await verified([path, '-'], qrPng(text))).toMatchObject({
      code: 0,
      outcomes: ['accepted', 'accepted'],
      files: [path, undefined],
    })
  })

  it('is standard input when no file is named', async () => {
    expect(await verified([], `${text}\n`)).toMatchObject({ code: 0, outcomes: ['accepted'], files: [undefined] })
  })

  it('is one accepted after the other, or the exit code is 1', async () => {
    const changed = text.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    const { code, outcomes } = await verified([], `${text}\n${changed}\n${text} \nHC1:\n`)
    expect(code).toBe(1)
    expect([outcomes[0], outcomes[2], outcomes[3]]).toEqual(['accepted', 'text.base45', 'text.zlib'])
    expect(outcomes[1]).not.toBe('accepted')
  })
})

describe('what verify cannot take', () => {
  it('is a picture without a code, or a damaged one: both refused, each by its code', async () => {
    const png = qrPng(text)
    const blank = new PNG({ width: 64, height: 64 })
    blank.data.fill(0xff)
    expect(await verified([write('blank.png', PNG.sync.write(blank))])).toMatchObject({
      code: 1,
      outcomes: ['picture.no-code'],
    })
    expect(await verified([write('cut.png', png.subarray(0, 60))])).toMatchObject({
      code: 1,
      outcomes: ['picture.unreadable'],
    })
  })

  it('is a file that is neither text nor picture, a folder, or one that is not there', async () => {
    mkdirSync(join(cwd, 'folder'))
    const { code, stderr, outcomes } = await verified([
      write('binary', Uint8Array.of(0x7f, 0x45, 0, 1)),
      'folder',
      'missing',
      write('good', text),
    ])
    expect([code, outcomes]).toEqual([2, ['accepted']])
    expect(stderr.split('\n')).toEqual([
      'vaxcert: binary is neither a text (UTF-8) nor a PNG or JPEG picture.',
      'vaxcert: Cannot read folder: it is a folder.',
      'vaxcert: Cannot read missing: there is no such file.',
      '',
    ])
  })

  it('is a line longer than any certificate, however long', async () => {
    expect(await verified([], `${'HC1:'.repeat(200_000)}\n${text}`)).toMatchObject({
      code: 1,
      outcomes: ['text.too-large', 'accepted'],
    })
  })

  it('is nothing at all', async () => {
    expect(await verified([], '\n\n')).toMatchObject({
      code: 2,
      stderr: 'vaxcert: Standard input holds no certificate.\n',
    })
  })

  it('is one file without a certificate among others: they are judged, and the exit code tells', async () => {
    const files = [write('one', text), write('blank', '\uFEFF\r\n\n'), write('refused', 'HC1:x')]
    expect(await verified(files)).toMatchObject({
      code: 2,
      stderr: 'vaxcert: blank holds no certificate.\n',
      outcomes: ['accepted', 'text.base45'],
    })
    expect(await verified(['one', '-'], '')).toMatchObject({ code: 2, outcomes: ['accepted'] })
  })
})

describe('the clock and the profile of verify', () => {
  it('are now and eu unless told otherwise', async () => {
    expect(await verified(['--at', '2022-05-31'], text)).toMatchObject({ code: 1, outcomes: ['dcc.not-yet'] })
    expect(await verified(['--profile', 'strict'], text)).toMatchObject({ code: 0, outcomes: ['accepted'] })
  })
})

describe('a file name that steers the terminal', () => {
  it('is shown harmless', async () => {
    const { stdout, stderr } = await vaxcert(['verify', 'a\u001b[2J', write('b\u202e', 'x'), ...trust], { cwd })
    expect(stderr).toBe('vaxcert: Cannot read a\\u{1b}[2J: there is no such file.\n')
    expect(stdout).toMatch(/^b\\u\{202e\}: REFUSED\n/)
  })
})
