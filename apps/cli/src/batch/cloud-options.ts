import { Fault } from '@vaxcert/core'
import type { DocumentSigner } from '@vaxcert/core/trust'
import type { KmsOptions, KmsSigner } from '@vaxcert/hsm/kms'
import type { Command } from 'commander'
import { usageError } from '../exit.ts'

/** A key in the key service of a cloud, by its name there. Region and credentials are those of the environment. */
export interface CloudOptions {
  readonly awsKms?: string
  readonly googleKms?: string
  readonly azureKey?: string
  readonly keyImported?: boolean
  readonly lanes?: number
}

export function addCloudKey(command: Command): Command {
  return command
    .option('--aws-kms <key>', 'a key of AWS KMS: id, ARN or alias; its region and credentials from the environment')
    .option('--google-kms <version>', 'a key version of Google Cloud KMS: projects/…/cryptoKeyVersions/1')
    .option(
      '--azure-key <url>',
      'a key of Azure Key Vault or Managed HSM: https://….vault.azure.net/keys/NAME[/VERSION]',
    )
}

interface AzureKeyName {
  readonly vault: string
  readonly keyName: string
  readonly keyVersion?: string
}

/** @throws CommanderError with exit code 2 for what is no identifier of a key */
export function readAzureKey(url: string): AzureKeyName {
  const [, vault, keyName, keyVersion] =
    /^(https:\/\/[\w.-]+(?::\d{1,5})?)\/keys\/([\w-]{1,127})(?:\/(\w{1,64}))?$/.exec(url) ?? []
  if (vault === undefined || keyName === undefined)
    throw usageError('Write the key of Azure like https://VAULT.vault.azure.net/keys/NAME or …/NAME/VERSION.')
  return { vault, keyName, ...(keyVersion !== undefined && { keyVersion }) }
}

/**
 * Opens the key that the options name. Each cloud's library is loaded when it is asked for; none comes with vaxcert.
 * @throws CommanderError with exit code 2 where the library is not installed; Fault `signer.*`
 */
export async function openCloudKey(options: CloudOptions, documentSigner: DocumentSigner): Promise<KmsSigner> {
  const { awsKms, googleKms, azureKey, keyImported, lanes } = options
  const { openAwsKmsSigner, openAzureKeyVaultSigner, openGoogleKmsSigner } = await import('@vaxcert/hsm/kms')
  const how: KmsOptions = {
    ...{ documentSigner, verifiedBy: 'caller' },
    ...(keyImported === true && { origin: 'imported' }),
    ...(lanes !== undefined && { lanes }),
  }
  if (awsKms !== undefined) return withLibrary(['@aws-sdk/client-kms'], openAwsKmsSigner({ ...how, keyId: awsKms }))
  if (googleKms !== undefined)
    return withLibrary(['@google-cloud/kms'], openGoogleKmsSigner({ ...how, keyVersion: googleKms }))
  const key = readAzureKey(azureKey ?? '')
  return withLibrary(['@azure/keyvault-keys', '@azure/identity'], openAzureKeyVaultSigner({ ...how, ...key }))
}

async function withLibrary(names: readonly string[], opening: Promise<KmsSigner>): Promise<KmsSigner> {
  try {
    return await opening
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'signer.module') throw error
    throw usageError(
      `The library of the key service is missing (signer.module). Add it: npm install ${names.join(' ')}`,
    )
  }
}
