import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import { listKid } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import type { Io } from '../../src/io.ts'
import { readListSigner, readNamedKey } from '../../src/trust/list-keys.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample, NOW } from '../sample-certificates.ts'

const cwd = emptyFolder()
const silent = { write: () => {} }
const io: Io = { cwd, stdout: silent, stderr: silent, stdin: (async function* () {})(), now: () => NOW }

function write(name: string, text: string): string {
  writeFileSync(join(cwd, name), text)
  return name
}

const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const p384 = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

describe('a key that a root shall name', () => {
  it('is a public key in PEM, or a certificate, of which SAMPLE is noticed', async () => {
    const plain = await readNamedKey(write('key.pem', publicPem), io)
    const sample = await readNamedKey(join(keysSample, 'root-1.pem'), io)
    expect([plain.isSample, sample.isSample]).toEqual([false, true])
    expect(readPublicKey(plain.spki).algorithm).toBe('ES256')
  })

  it.each([
    ['P-384', p384.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['RSA', rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['nothing', ''],
    ['damaged', publicPem.replace(/M/, '!')],
    ['a certificate of RSA', () => join(keysSample, 'dsc-rsa.pem')],
  ])('is not one of %s', async (_, pem) => {
    const path = typeof pem === 'string' ? write('bad.pem', pem) : pem()
    await expect(readNamedKey(path, io)).rejects.toMatchObject({ exitCode: 2 })
  })
})

describe('a key that signs lists', () => {
  it('signs under the kid of its public key', async () => {
    write('mine.key.pem', privatePem)
    const signer = await readListSigner('mine', io)
    const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }))
    expect(signer.kid).toEqual(listKid(spki))
    const bytes = Uint8Array.of(1, 2, 3)
    expect(await signatureVerifier(readPublicKey(spki))(bytes, await signer.sign(bytes))).toBe(true)
  })

  it.each([
    ['of another curve', p384.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['in SEC 1', pair.privateKey.export({ type: 'sec1', format: 'pem' }).toString()],
    ['that is public', publicPem],
    ['that is encrypted', privatePem.replace(/PRIVATE/g, 'ENCRYPTED PRIVATE')],
  ])('is not one %s; nothing of the file is told', async (_, pem) => {
    write('other.key.pem', pem)
    const error = await readListSigner('other', io).catch((reason: Error) => reason)
    expect(error).toMatchObject({ exitCode: 2, message: 'other.key.pem is not a P-256 key, PKCS#8 in PEM.' })
    await expect(readListSigner('missing', io)).rejects.toMatchObject({ exitCode: 2 })
  })
})
