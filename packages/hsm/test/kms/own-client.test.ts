import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openAwsKmsSigner } from '../../src/kms/index.ts'
import { loadSdk } from '../../src/kms/sdk.ts'
import { codeOf, faultOf } from '../faults.ts'
import { ALIAS, startAws } from './aws-server.ts'
import { awsCredentials } from './aws-signature.ts'
import { keys, tellText } from './held-key.ts'

afterEach(() => vi.unstubAllEnvs())

describe('a client made from the environment', () => {
  it('finds credentials, region and address there, and makes no tries of its own', async () => {
    const cloud = await startAws(keys.ES256)
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', cloud.address ?? '')
    vi.stubEnv('AWS_ACCESS_KEY_ID', awsCredentials.accessKeyId)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', awsCredentials.secretAccessKey)
    vi.stubEnv('AWS_REGION', 'ap-southeast-1')
    const { documentSigner } = keys.ES256
    const signer = await openAwsKmsSigner({ documentSigner, keyId: ALIAS, retries: { tries: 1 } })
    expect(await signer.sign(tellText(randomBytes(9)))).toHaveLength(64)
    cloud.desk.next.push('throttle')
    expect(await codeOf(() => signer.sign(tellText(randomBytes(9))))).toBe('signer.busy')
    expect(cloud.desk.asked).toBe(2)
    await signer.close()
    await cloud.stop()
  })

  it('needs its library', async () => {
    const missing = 'a-library-that-nobody-installed'
    const fault = await faultOf(() => loadSdk(() => import(missing)))
    expect([fault.code, fault.message]).toEqual(['signer.module', expect.not.stringContaining(missing)])
  })
})
