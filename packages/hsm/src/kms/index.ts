export type {
  AwsAlgorithm,
  AwsCall,
  AwsKeyMetadata,
  AwsKms,
  AwsPublicKey,
  AwsSignature,
  AwsSignInput,
} from './aws/aws-kms.ts'
export { type AwsKmsOptions, openAwsKmsSigner } from './aws/aws-kms-signer.ts'
export { type AzureKeyVaultOptions, openAzureKeyVaultSigner } from './azure/azure-key-vault-signer.ts'
export type { AzureCall, AzureCryptography, AzureKey, AzureKeys } from './azure/azure-keys.ts'
export type {
  GoogleAnswer,
  GoogleCall,
  GoogleKeyVersion,
  GoogleKms,
  GoogleNumber,
  GooglePublicKey,
  GoogleSignature,
  GoogleSignRequest,
} from './google/google-kms.ts'
export { type GoogleKmsOptions, openGoogleKmsSigner } from './google/google-kms-signer.ts'
export type { KeyOrigin } from './key-check.ts'
export type { KmsCode, KmsOptions } from './kms-options.ts'
export type { KmsSigner } from './kms-signer.ts'
