import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAuthority } from '../../src/authority/read-authority.ts'
import { processIo } from '../../src/io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'

const folder = emptyFolder()
const io = { ...processIo(), cwd: folder }
const pemOf = (name: string) => readFileSync(`${keysSample}/${name}.pem`, 'utf8')

/** Reads an authority from these two PEM texts. */
function authorityFrom(key: string, dsc: string) {
  writeFileSync(join(folder, 'key'), key)
  writeFileSync(join(folder, 'dsc'), dsc)
  return readAuthority({ key: 'key', dsc: 'dsc', issuer: 'SAMPLE Ministry' }, io)
}

const sec1 = createPrivateKey(pemOf('dsc-all.key')).export({ format: 'pem', type: 'sec1' }).toString()
const encrypted = createPrivateKey(pemOf('dsc-all.key'))
  .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' })
  .toString()
const otherCurve = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString()

describe('an authority read from files', () => {
  it.each(['dsc-all', 'dsc-rsa'])('takes its country from the certificate: %s', async (name) => {
    const authority = await authorityFrom(pemOf(`${name}.key`), pemOf(name))
    expect(authority).toMatchObject({ country: 'VN', issuer: 'SAMPLE Ministry' })
    expect(authority.signer.kid).toEqual(authority.documentSigner.kid)
  })

  it.each([
    ['the key of another certificate', pemOf('dsc-test.key'), 'The key key is not the one of the certificate dsc.'],
    ['a key of another algorithm', pemOf('dsc-rsa.key'), /^key is not a key for ES256/],
    ['a key on another curve', otherCurve, /^key is not a key for ES256/],
    ['a key in the old form', sec1, /^key is not a PKCS#8 key in PEM.*openssl pkcs8 -topk8/],
    ['an encrypted key', encrypted, /^key is not a PKCS#8 key in PEM/],
    ['a certificate instead of a key', pemOf('dsc-all'), /^key is not a PKCS#8 key in PEM/],
    ['a damaged key', pemOf('dsc-all.key').replace(/M/g, 'N'), /^key is not a key for ES256/],
  ])('is refused with %s', async (_, key, sentence) => {
    await expect(authorityFrom(key, pemOf('dsc-all'))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(sentence) as unknown,
    })
  })

  it.each([
    ['no certificate', 'x'],
    ['two certificates', pemOf('dsc-all').repeat(2)],
  ])('is refused with %s', async (_, dsc) => {
    const sentence = 'dsc is not one document signer certificate in PEM'
    await expect(authorityFrom(pemOf('dsc-all.key'), dsc)).rejects.toThrow(sentence)
  })

  it('never tells the key', async () => {
    const secret = pemOf('dsc-all.key').split('\n')[1] ?? 'no key'
    const errors = [pemOf('dsc-all.key').replace('PRIVATE', 'PUBLIC'), `${pemOf('dsc-all.key')}x`]
    for (const key of errors) {
      const error = await authorityFrom(key, pemOf('dsc-all')).catch((refusal: Error) => refusal)
      expect(error).toBeInstanceOf(Error)
      expect(`${(error as Error).message} ${(error as Error).stack}`).not.toContain(secret.slice(0, 8))
    }
  })
})
