import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Debian, Fedora and Homebrew put it. */
const places = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
]

export const PIN = '271828'

/** A SoftHSM whose tokens lie in a folder of its own. One process has one at a time. */
export interface SoftHsm {
  readonly module: string
  readonly folder: string
  addToken(label: string): void
  /** Takes a private key in PEM into a token: its attributes tell that it was outside. */
  importKey(token: string, label: string, id: string, pem: string): void
  /** Makes a key in a token. */
  generateKey(token: string, label: string, id: string, ...options: readonly string[]): void
  /** The public key of a pair as SubjectPublicKeyInfo. */
  publicKey(token: string, id: string): Uint8Array
  deleteKey(token: string, id: string, type: 'pubkey' | 'privkey'): void
  remove(): void
}

/** The library; undefined where it is not installed, which is said once, and an error in CI. */
export const softHsmModule: string | undefined = places.find((path) => existsSync(path))
if (softHsmModule === undefined) {
  if (process.env.CI === 'true') throw new Error('No SoftHSM2 found: CI must have it.')
  console.error('No SoftHSM2 (softhsm2, opensc): what needs a device of PKCS#11 is skipped.')
}

/** Sets SOFTHSM2_CONF of this process. */
export function startSoftHsm(): SoftHsm {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-hsm-'))
  const module = softHsmModule ?? ''
  mkdirSync(join(folder, 'tokens'))
  const conf = join(folder, 'softhsm2.conf')
  writeFileSync(
    conf,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  )
  process.env.SOFTHSM2_CONF = conf
  const run = (program: string, ...options: string[]): void => {
    execFileSync(program, options, { stdio: ['ignore', 'ignore', 'pipe'] })
  }
  const onToken = (token: string, ...options: string[]): void =>
    run('pkcs11-tool', '--module', module, '--token-label', token, '--login', '--pin', PIN, ...options)
  return {
    module,
    folder,
    addToken: (label) =>
      run('softhsm2-util', '--init-token', '--free', '--label', label, '--pin', PIN, '--so-pin', '314159'),
    importKey: (token, label, id, pem) =>
      run('softhsm2-util', '--import', pem, '--token', token, '--label', label, '--id', id, '--pin', PIN),
    generateKey: (token, label, id, ...options) =>
      onToken(
        token,
        '--keypairgen',
        '--key-type',
        'EC:prime256v1',
        '--usage-sign',
        '--label',
        label,
        '--id',
        id,
        ...options,
      ),
    publicKey(token, id) {
      const file = join(folder, 'public.der')
      onToken(token, '--read-object', '--type', 'pubkey', '--id', id, '--output-file', file)
      return new Uint8Array(readFileSync(file))
    },
    deleteKey: (token, id, type) => onToken(token, '--delete-object', '--type', type, '--id', id),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
