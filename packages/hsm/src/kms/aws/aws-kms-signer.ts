import { type Algorithm, ecdsaHalves } from '@vaxcert/core/cose'
import type { KeyOrigin } from '../key-check.ts'
import type { KeyFacts, KeyService } from '../key-service.ts'
import { defaultLanes, type KmsOptions } from '../kms-options.ts'
import { type KmsSigner, kmsSigner } from '../kms-signer.ts'
import { loadSdk } from '../sdk.ts'
import type { AwsAlgorithm, AwsKeyMetadata, AwsKms, AwsPublicKey } from './aws-kms.ts'
import { awsTrouble } from './aws-trouble.ts'

export interface AwsKmsOptions extends KmsOptions {
  /** Id, ARN or alias of the key. An alias is looked up once: a key that it leads to later is another one. */
  readonly keyId: string
  /** Unless told, that of the environment. */
  readonly region?: string
  /**
   * A client of the caller's, with its credentials, proxy and endpoint, which `close` leaves open. Make it with
   * `maxAttempts: 1`, or its tries multiply ours. Unless told, one with the credentials of the environment.
   */
  readonly client?: AwsKms
}

const algorithms: Readonly<Record<Algorithm, AwsAlgorithm>> = { ES256: 'ECDSA_SHA_256', PS256: 'RSASSA_PSS_SHA_256' }

/** AWS keeps all these in hardware modules; EXTERNAL is what was brought there. */
const origins: ReadonlyMap<unknown, KeyOrigin> = new Map<unknown, KeyOrigin>([
  ['AWS_KMS', 'generated'],
  ['AWS_CLOUDHSM', 'generated'],
  ['EXTERNAL', 'imported'],
])

/**
 * Opens a signer over a key of AWS KMS. It needs `kms:GetPublicKey`, `kms:DescribeKey` and `kms:Sign`.
 * @throws Fault `signer.module` when `@aws-sdk/client-kms` is not installed; otherwise as `kmsSigner`
 */
export async function openAwsKmsSigner(options: AwsKmsOptions): Promise<KmsSigner> {
  const client = options.client ?? (await madeClient(options))
  const close = options.client === undefined ? () => client.destroy() : () => {}
  return kmsSigner({ ...awsKey(client, options), explain: awsTrouble, close }, options)
}

async function madeClient({ region, lanes = defaultLanes }: AwsKmsOptions): Promise<AwsKms> {
  const { KMS } = await loadSdk(() => import('@aws-sdk/client-kms'))
  const requestHandler = { httpsAgent: { keepAlive: true, maxSockets: lanes } }
  return new KMS({ maxAttempts: 1, requestHandler, ...(region !== undefined && { region }) })
}

function awsKey(client: AwsKms, { keyId, documentSigner }: AwsKmsOptions): Pick<KeyService, 'describe' | 'sign'> {
  const algorithm = algorithms[documentSigner.algorithm]
  let arn = keyId
  return {
    async describe(abortSignal) {
      const key = await client.getPublicKey({ KeyId: keyId }, { abortSignal })
      arn = key.KeyId ?? keyId
      const { KeyMetadata } = await client.describeKey({ KeyId: arn }, { abortSignal })
      return factsOf(key, KeyMetadata)
    },
    async sign(Message, abortSignal) {
      const input = { KeyId: arn, Message, MessageType: 'DIGEST', SigningAlgorithm: algorithm } as const
      const { KeyId, Signature, SigningAlgorithm } = await client.sign(input, { abortSignal })
      if (Signature === undefined || KeyId !== arn || SigningAlgorithm !== algorithm) return undefined
      return algorithm === 'ECDSA_SHA_256' ? ecdsaHalves(Signature, 32) : Signature
    },
  }
}

function factsOf(key: AwsPublicKey, metadata: AwsKeyMetadata | undefined): KeyFacts {
  return {
    spki: key.PublicKey ?? new Uint8Array(),
    algorithm: key.KeyUsage === 'SIGN_VERIFY' ? algorithmOf(key.SigningAlgorithms ?? []) : undefined,
    enabled: metadata?.KeyState === 'Enabled',
    origin: origins.get(metadata?.Origin) ?? 'software',
  }
}

function algorithmOf(offered: readonly string[]): Algorithm | undefined {
  if (offered.includes(algorithms.ES256)) return 'ES256'
  return offered.includes(algorithms.PS256) ? 'PS256' : undefined
}
