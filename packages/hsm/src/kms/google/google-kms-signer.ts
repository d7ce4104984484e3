import { createPublicKey } from 'node:crypto'
import { type Algorithm, ecdsaHalves } from '@vaxcert/core/cose'
import type { KeyFacts, KeyService } from '../key-service.ts'
import { defaultPatience, type KmsOptions } from '../kms-options.ts'
import { type KmsSigner, kmsSigner } from '../kms-signer.ts'
import { loadSdk } from '../sdk.ts'
import { troubleFault } from '../trouble.ts'
import { crc32c } from './crc32c.ts'
import type {
  GoogleCall,
  GoogleKeyVersion,
  GoogleKms,
  GoogleNumber,
  GooglePublicKey,
  GoogleSignature,
} from './google-kms.ts'
import { googleTrouble } from './google-trouble.ts'

export interface GoogleKmsOptions extends KmsOptions {
  /** `projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/…`: a version, since only that is one key. */
  readonly keyVersion: string
  /**
   * A client of the caller's, with its credentials, proxy and endpoint, which `close` leaves open. Unless told, one
   * over gRPC with the credentials of the environment.
   */
  readonly client?: GoogleKms
}

const algorithms: ReadonlyMap<unknown, Algorithm> = new Map<unknown, Algorithm>([
  ['EC_SIGN_P256_SHA256', 'ES256'],
  ['RSA_SIGN_PSS_2048_SHA256', 'PS256'],
  ['RSA_SIGN_PSS_3072_SHA256', 'PS256'],
  ['RSA_SIGN_PSS_4096_SHA256', 'PS256'],
])

/**
 * Opens a signer over a key version of Google Cloud KMS. It needs `cloudkms.cryptoKeyVersions.get`, `.viewPublicKey`
 * and `.useToSign`.
 * @throws Fault `signer.module` when `@google-cloud/kms` is not installed; otherwise as `kmsSigner`
 */
export async function openGoogleKmsSigner(options: GoogleKmsOptions): Promise<KmsSigner> {
  const client = options.client ?? (await madeClient())
  const close = options.client === undefined ? () => client.close() : () => {}
  return kmsSigner({ ...googleKey(client, options), explain: googleTrouble, close }, options)
}

async function madeClient(): Promise<GoogleKms> {
  const { KeyManagementServiceClient } = await loadSdk(() => import('@google-cloud/kms'))
  return new KeyManagementServiceClient()
}

function googleKey(client: GoogleKms, options: GoogleKmsOptions): Pick<KeyService, 'describe' | 'sign'> {
  const { keyVersion: name, documentSigner } = options
  const call = (): GoogleCall => ({ timeout: options.patience ?? defaultPatience, retry: null })
  return {
    async describe() {
      // A call before this one is over throws the failure of its log-in where nobody can catch it.
      await client.initialize()
      const [[key], [version]] = await Promise.all([
        client.getPublicKey({ name }, call()),
        client.getCryptoKeyVersion({ name }, call()),
      ])
      return factsOf(key, version)
    },
    async sign(digest) {
      const request = { name, digest: { sha256: digest }, digestCrc32c: { value: crc32c(digest) } }
      const [answer] = await client.asymmetricSign(request, call())
      const signature = wholeSignature(answer, name)
      return signature && (documentSigner.algorithm === 'ES256' ? ecdsaHalves(signature, 32) : signature)
    },
  }
}

function factsOf({ pem, pemCrc32c }: GooglePublicKey, version: GoogleKeyVersion): KeyFacts {
  if (typeof pem !== 'string' || !agrees(Buffer.from(pem), pemCrc32c)) throw troubleFault('spoilt')
  const { state, algorithm, protectionLevel, importJob } = version
  const hardware = protectionLevel === 'HSM' || protectionLevel === 'HSM_SINGLE_TENANT'
  return {
    spki: createPublicKey(pem).export({ type: 'spki', format: 'der' }),
    algorithm: algorithms.get(algorithm),
    enabled: state === 'ENABLED',
    origin: !hardware ? 'software' : importJob ? 'imported' : 'generated',
  }
}

/**
 * The signature, if digest and signature both came through whole and the key is the one that was asked for
 * (Cloud KMS, "Verifying end-to-end data integrity").
 */
function wholeSignature(answer: GoogleSignature, name: string): Uint8Array | undefined {
  const { signature, signatureCrc32c, verifiedDigestCrc32c } = answer
  if (!(signature instanceof Uint8Array) || answer.name !== name || verifiedDigestCrc32c !== true) return undefined
  return agrees(signature, signatureCrc32c) ? signature : undefined
}

function agrees(bytes: Uint8Array, checksum: GoogleNumber | null | undefined): boolean {
  return String(checksum?.value) === String(crc32c(bytes))
}
