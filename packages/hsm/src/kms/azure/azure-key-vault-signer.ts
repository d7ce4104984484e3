import { createPublicKey, type JsonWebKey } from 'node:crypto'
import type { Algorithm } from '@vaxcert/core/cose'
import type { KeyFacts, KeyService } from '../key-service.ts'
import type { KmsOptions } from '../kms-options.ts'
import { type KmsSigner, kmsSigner } from '../kms-signer.ts'
import { loadSdk } from '../sdk.ts'
import type { AzureCryptography, AzureKey, AzureKeys } from './azure-keys.ts'
import { azureTrouble } from './azure-trouble.ts'

export interface AzureKeyVaultOptions extends KmsOptions {
  readonly keyName: string
  /** Unless told, the newest when the signer is opened; a version that comes later is another key. */
  readonly keyVersion?: string
  /** Where the keys lie: the URL of a vault or of a managed HSM, reached with the credentials of the environment; or
   * a client of the caller's. Make that with `retryOptions: { maxRetries: 0 }`, or its tries multiply ours. */
  readonly vault: string | AzureKeys
}

/**
 * Opens a signer over a key of Azure Key Vault or Managed HSM. It needs the operations `get` and `sign` on it.
 * @throws Fault `signer.module` when `@azure/keyvault-keys`, or for a URL `@azure/identity`, is not installed;
 * otherwise as `kmsSigner`
 */
export async function openAzureKeyVaultSigner(options: AzureKeyVaultOptions): Promise<KmsSigner> {
  const { vault } = options
  const client = typeof vault === 'string' ? await madeClient(vault) : vault
  return kmsSigner({ ...azureKey(client, options), explain: azureTrouble, close() {} }, options)
}

async function madeClient(url: string): Promise<AzureKeys> {
  const { KeyClient } = await loadSdk(() => import('@azure/keyvault-keys'))
  const { DefaultAzureCredential } = await loadSdk(() => import('@azure/identity'))
  return new KeyClient(url, new DefaultAzureCredential(), { retryOptions: { maxRetries: 0 } })
}

function azureKey(client: AzureKeys, options: AzureKeyVaultOptions): Pick<KeyService, 'describe' | 'sign'> {
  const { keyName, keyVersion, documentSigner } = options
  let cryptography: AzureCryptography | undefined
  return {
    async describe(abortSignal) {
      const key = await client.getKey(keyName, {
        abortSignal,
        ...(keyVersion !== undefined && { version: keyVersion }),
      })
      const version = key.properties.version ?? keyVersion ?? ''
      cryptography = client.getCryptographyClient(keyName, { keyVersion: version })
      return factsOf(key)
    },
    async sign(digest, abortSignal) {
      // r‖s for ES256 (RFC 7518 §3.4), which is what is wanted.
      return (await cryptography?.sign(documentSigner.algorithm, digest, { abortSignal }))?.result
    },
  }
}

/** Whether a key in hardware was brought there from outside, Azure does not tell. */
function factsOf({ key = {}, keyType, keyOperations, properties }: AzureKey): KeyFacts {
  const { crv } = key
  const isEc = keyType === 'EC' || keyType === 'EC-HSM'
  return {
    spki: createPublicKey({ key: isEc ? ecKey(key) : rsaKey(key), format: 'jwk' }).export({
      type: 'spki',
      format: 'der',
    }),
    algorithm: keyOperations?.includes('sign') ? algorithmOf(keyType, crv) : undefined,
    enabled: properties.enabled === true,
    origin: keyType?.endsWith('-HSM') && properties.exportable !== true ? 'generated' : 'software',
  }
}

function algorithmOf(keyType: string | undefined, curve: string | undefined): Algorithm | undefined {
  if (keyType === 'EC' || keyType === 'EC-HSM') return curve === 'P-256' ? 'ES256' : undefined
  return keyType === 'RSA' || keyType === 'RSA-HSM' ? 'PS256' : undefined
}

function ecKey({ crv = '', x, y }: NonNullable<AzureKey['key']>): JsonWebKey {
  return { kty: 'EC', crv, x: base64Url(x), y: base64Url(y) }
}

function rsaKey({ n, e }: NonNullable<AzureKey['key']>): JsonWebKey {
  return { kty: 'RSA', n: base64Url(n), e: base64Url(e) }
}

function base64Url(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes).toString('base64url')
}
