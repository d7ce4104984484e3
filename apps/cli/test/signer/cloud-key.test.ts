import { randomBytes } from 'node:crypto'
import { Fault } from '@vaxcert/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ALIAS, startAws } from '../../../../packages/hsm/test/kms/aws-server.ts'
import { awsCredentials } from '../../../../packages/hsm/test/kms/aws-signature.ts'
import { keys, tellText } from '../../../../packages/hsm/test/kms/held-key.ts'
import { readAzureKey } from '../../src/batch/cloud-options.ts'
import { openAuthority } from '../../src/batch/signer-options.ts'
import type { Io } from '../../src/io.ts'
import { keysSample, NOW } from '../sample-certificates.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.doUnmock('@vaxcert/hsm/kms')
})

const authority = { dsc: `${keysSample}/dsc-vaccination.pem`, issuer: 'SAMPLE Ministry' }
const silent = { write: () => true }
const io: Io = {
  ...{ cwd: '.', stdout: silent, stderr: silent, now: () => NOW },
  stdin: (async function* () {})(),
}
const version = 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1'

describe('a key in a cloud', () => {
  it.each(['ES256', 'stranger'] as const)('of AWS signs if it is the one of the certificate: %s', async (held) => {
    const cloud = await startAws(keys[held])
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', cloud.address ?? '')
    vi.stubEnv('AWS_ACCESS_KEY_ID', awsCredentials.accessKeyId)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', awsCredentials.secretAccessKey)
    vi.stubEnv('AWS_REGION', 'ap-southeast-1')
    const opening = openAuthority({ ...authority, awsKms: ALIAS, lanes: 3 }, io)
    if (held === 'stranger') {
      const message = expect.stringContaining('not the one of the certificate (signer.key)')
      await expect(opening).rejects.toMatchObject({ exitCode: 2, message })
    } else {
      const { authority: opened, close } = await opening
      expect(opened.signer.lanes).toBe(3)
      expect(await opened.signer.sign(tellText(randomBytes(9)))).toHaveLength(64)
      await close()
    }
    await cloud.stop()
  })

  it.each([
    [{ awsKms: 'alias/dsc' }, 'openAwsKmsSigner', { keyId: 'alias/dsc' }, '@aws-sdk/client-kms'],
    [{ googleKms: version }, 'openGoogleKmsSigner', { keyVersion: version }, '@google-cloud/kms'],
    [
      { azureKey: 'https://sample.vault.azure.net/keys/dsc/0a1b' },
      'openAzureKeyVaultSigner',
      { vault: 'https://sample.vault.azure.net', keyName: 'dsc', keyVersion: '0a1b' },
      '@azure/keyvault-keys @azure/identity',
    ],
  ] as const)('is opened where %j says, or it is said what to install', async (options, opener, name, library) => {
    const open = vi.fn(() => Promise.reject(new Fault('signer.module', 'not installed')))
    const none = { openAwsKmsSigner: vi.fn(), openGoogleKmsSigner: vi.fn(), openAzureKeyVaultSigner: vi.fn() }
    vi.doMock('@vaxcert/hsm/kms', () => ({ ...none, [opener]: open }))
    await expect(openAuthority({ ...authority, ...options, keyImported: true }, io)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(new RegExp(`npm install ${library}$`)),
    })
    const documentSigner = expect.objectContaining({ country: 'VN' })
    expect(open.mock.calls).toEqual([[{ ...name, documentSigner, verifiedBy: 'caller', origin: 'imported' }]])
  })

  it('that uses a random number twice signs no more', async () => {
    let s = 0
    const sign = () => {
      s += 1
      return new Uint8Array(64).fill(7, 0, 32).fill(s, 32)
    }
    const { kid } = keys.ES256.documentSigner
    const signer = { algorithm: 'ES256', kid, lanes: 1, sign, close: () => {} }
    const none = { openGoogleKmsSigner: vi.fn(), openAzureKeyVaultSigner: vi.fn() }
    vi.doMock('@vaxcert/hsm/kms', () => ({ ...none, openAwsKmsSigner: () => Promise.resolve(signer) }))
    const { authority: opened } = await openAuthority({ ...authority, awsKms: 'alias/dsc' }, io)
    expect(await opened.signer.sign(new Uint8Array(1))).toHaveLength(64)
    expect(() => opened.signer.sign(new Uint8Array(2))).toThrow(expect.objectContaining({ code: 'signer.refused' }))
    expect(s).toBe(2)
  })

  it('is named in one way', async () => {
    const several = openAuthority({ ...authority, awsKms: 'a', remote: 'https://signer.example' }, io)
    await expect(several).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('in one way') })
  })

  it.each([
    '',
    'http://sample.vault.azure.net/keys/dsc',
    'https://sample.vault.azure.net/secrets/dsc',
    'https://user:word@sample.vault.azure.net/keys/dsc',
    'https://sample.vault.azure.net/keys/dsc/1/2',
  ])('of Azure is not %j', (url) => expect(() => readAzureKey(url)).toThrow(/Write the key of Azure/))

  it('of Azure is its newest version unless one is named', () => {
    expect(readAzureKey('https://sample.managedhsm.azure.net/keys/dsc-2022')).toEqual({
      ...{ vault: 'https://sample.managedhsm.azure.net', keyName: 'dsc-2022' },
    })
  })
})
