/** What is used of Google Cloud KMS. The class `KeyManagementServiceClient` of `@google-cloud/kms` is one. */
export interface GoogleKms {
  initialize(): Promise<unknown>
  getPublicKey(request: { name: string }, options: GoogleCall): Promise<GoogleAnswer<GooglePublicKey>>
  getCryptoKeyVersion(request: { name: string }, options: GoogleCall): Promise<GoogleAnswer<GoogleKeyVersion>>
  asymmetricSign(request: GoogleSignRequest, options: GoogleCall): Promise<GoogleAnswer<GoogleSignature>>
  close(): Promise<void>
}

/** How a call is made: its time in milliseconds, and without tries of the library's own. */
export interface GoogleCall {
  timeout: number
  retry: null
}

/** The answer comes first; what else the library gives is not used. */
export type GoogleAnswer<T> = readonly [T, ...unknown[]]

/** A whole number of 64 bits, as the library's transports give it. */
export interface GoogleNumber {
  readonly value?: unknown
}

export interface GooglePublicKey {
  readonly pem?: string | null
  readonly pemCrc32c?: GoogleNumber | null
}

export interface GoogleKeyVersion {
  readonly state?: string | number | null
  readonly algorithm?: string | number | null
  readonly protectionLevel?: string | number | null
  /** The job that brought the key from outside; empty for a key that was made by the service. */
  readonly importJob?: string | null
}

export interface GoogleSignRequest {
  name: string
  digest: { sha256: Uint8Array }
  digestCrc32c: { value: number }
}

export interface GoogleSignature {
  readonly name?: string | null
  readonly signature?: Uint8Array | string | null
  readonly signatureCrc32c?: GoogleNumber | null
  readonly verifiedDigestCrc32c?: boolean | null
}
