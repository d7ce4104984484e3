import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { openRemoteSigner } from '@vaxcert/hsm/remote'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleKey, sampleToBeSigned } from '../../../../packages/hsm/test/remote/certificates.ts'
import {
  type Machine,
  type MachineCa,
  machine,
  machineCa,
  tlsOf,
} from '../../../../packages/hsm/test/remote/tls-world.ts'
import { run } from '../../src/run.ts'
import { type Ran, vaxcert } from '../captured-io.ts'
import { keysSample } from '../sample-certificates.ts'

const cwd = mkdtempSync(join(tmpdir(), 'vaxcert-serve-'))
const NOW = new Date('2022-06-01T08:00:00Z')
const key = sampleKey('dsc-vaccination')
let ca: MachineCa
let client: Machine

const dsc = `${keysSample}/dsc-vaccination.pem`
const options = [
  ...['--dsc', dsc, '--key', `${keysSample}/dsc-vaccination.key.pem`, '--listen', 'localhost:0'],
  ...['--clients', 'clients.json', '--tls-ca', 'ca.pem', '--tls-cert', 'server.pem', '--tls-key', 'server.key.pem'],
]

beforeAll(async () => {
  ca = await machineCa('SAMPLE machines')
  client = await machine(ca, { purpose: 'client' })
  const server = await machine(ca, { purpose: 'server' })
  const may = { certificate: client.fingerprint, kids: [key.kid], usages: ['vaccination'], perMinute: 1000 }
  const files = {
    'ca.pem': ca.pem,
    'server.pem': server.cert,
    'server.key.pem': server.key,
    'clients.json': JSON.stringify({ clients: [may] }),
    'nobody.json': '{"clients": 1}',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
})
afterAll(() => rmSync(cwd, { recursive: true }))

describe('vaxcert signer serve', () => {
  it('signs for a machine that it knows, tells counts alone, and ends when it is told to', async () => {
    const said = { stdout: '', stderr: '' }
    const sink = (name: 'stdout' | 'stderr') => ({
      write(text: string) {
        said[name] += text
      },
    })
    let end = (): void => {}
    const ended = run(['signer', 'serve', ...options], {
      cwd,
      stdout: sink('stdout'),
      stderr: sink('stderr'),
      stdin: (async function* () {})(),
      now: () => NOW,
      onInterrupt: (act) => {
        end = act
        return () => {}
      },
    })
    await expect.poll(() => said.stderr).toMatch(/ at https:/)
    const url = /https:\/\/localhost:\d+/.exec(said.stderr)?.[0] ?? ''
    const documentSigner = documentSignerFromCertificate(readFileSync(dsc, 'utf8'))
    const signer = await openRemoteSigner({ url, tls: tlsOf(ca, client), documentSigner })
    expect(await signer.sign(sampleToBeSigned(key, NOW))).toHaveLength(64)
    await signer.close()
    end()
    expect(await ended).toBe(0)
    const at = NOW.toISOString()
    expect(JSON.parse(said.stdout)).toEqual({ at, client: client.fingerprint, kid: key.kid, signed: 1, refused: {} })
  })

  it.each<[string, readonly string[], RegExp]>([
    ['no key', ['--listen', 'localhost:0', '--dsc', dsc], /clients/],
    ['a register that is none', [...options, '--clients', 'nobody.json'], /not a register of clients/],
    ['a file that is not there', [...options, '--tls-ca', 'nowhere.pem'], /no such file/],
    ['a certificate and another key', [...options, '--tls-key', `${keysSample}/dsc-all.key.pem`], /go together/],
    ['an address that is none', [...options, '--listen', 'here'], /HOST:PORT/],
    ['a key of another certificate', [...options, '--key', `${keysSample}/dsc-all.key.pem`], /not the one of/],
  ])('is refused with %s', async (_, argv, sentence) => {
    const ran: Ran = await vaxcert(['signer', 'serve', ...argv], { cwd })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(sentence)
    expect(ran.stdout).toBe('')
  })
})
