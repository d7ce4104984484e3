/** What is used of Azure Key Vault and Managed HSM. The class `KeyClient` of `@azure/keyvault-keys` is one. */
export interface AzureKeys {
  getKey(name: string, options: AzureCall & { version?: string }): Promise<AzureKey>
  getCryptographyClient(name: string, options: { keyVersion: string }): AzureCryptography
}

export interface AzureCryptography {
  sign(algorithm: 'ES256' | 'PS256', digest: Uint8Array, options: AzureCall): Promise<{ readonly result?: Uint8Array }>
}

export interface AzureCall {
  abortSignal: AbortSignal
}

export interface AzureKey {
  /** `EC` and `RSA` lie in software, `EC-HSM` and `RSA-HSM` in a hardware module. */
  readonly keyType?: string
  readonly keyOperations?: readonly string[]
  readonly key?: {
    readonly crv?: string
    readonly x?: Uint8Array
    readonly y?: Uint8Array
    readonly n?: Uint8Array
    readonly e?: Uint8Array
  }
  readonly properties: { readonly version?: string; readonly enabled?: boolean; readonly exportable?: boolean }
}
