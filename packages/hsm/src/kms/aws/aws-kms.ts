/** What is used of AWS KMS. The class `KMS` of `@aws-sdk/client-kms` is one. */
export interface AwsKms {
  getPublicKey(input: { KeyId: string }, options: AwsCall): Promise<AwsPublicKey>
  describeKey(input: { KeyId: string }, options: AwsCall): Promise<{ KeyMetadata?: AwsKeyMetadata | undefined }>
  sign(input: AwsSignInput, options: AwsCall): Promise<AwsSignature>
  destroy(): void
}

export interface AwsCall {
  readonly abortSignal: AbortSignal
}

export interface AwsPublicKey {
  /** Amazon Resource Name of the key, whatever name it was asked for by. */
  readonly KeyId?: string | undefined
  /** SubjectPublicKeyInfo, DER. */
  readonly PublicKey?: Uint8Array | undefined
  readonly KeyUsage?: string | undefined
  readonly SigningAlgorithms?: readonly string[] | undefined
}

export interface AwsKeyMetadata {
  readonly KeyState?: string | undefined
  readonly Origin?: string | undefined
}

/** Algorithms of AWS that make ES256 and PS256 signatures. */
export type AwsAlgorithm = 'ECDSA_SHA_256' | 'RSASSA_PSS_SHA_256'

export interface AwsSignInput {
  KeyId: string
  Message: Uint8Array
  MessageType: 'DIGEST'
  SigningAlgorithm: AwsAlgorithm
}

export interface AwsSignature {
  readonly KeyId?: string | undefined
  readonly Signature?: Uint8Array | undefined
  readonly SigningAlgorithm?: string | undefined
}
