import { endianness } from 'node:os'

/** A handle of PKCS#11: CK_ULONG in the byte order of the machine. */
export type Handle = Buffer

/** Name and number of a token, without the blanks that fill them up. */
export interface TokenName {
  readonly label: string
  readonly serial: string
}

/** One attribute that objects are searched by (PKCS#11 v2.40 §4.4). */
export interface Attribute {
  readonly type: number
  readonly value: Uint8Array | number
}

/** What we call of PKCS#11 v2.40, §5. Every call throws an Error whose `code` is the CKR_ value it answered. */
export interface Cryptoki {
  initialize(): void
  finalize(): void
  /** Slots with a token in them. */
  slots(): readonly Handle[]
  tokenName(slot: Handle): TokenName
  /** A read-only session. */
  openSession(slot: Handle): Handle
  closeSession(session: Handle): void
  loggedIn(session: Handle): boolean
  /** As the normal user. */
  login(session: Handle, pin: string): void
  /** At most two: whoever asks wants exactly one. */
  findObjects(session: Handle, template: readonly Attribute[]): readonly Handle[]
  attribute(session: Handle, object: Handle, type: number): Uint8Array
  signInit(session: Handle, mechanism: Mechanism, key: Handle): void
  /** Signs into `signature` and gives the part of it that was written. Blocks the thread. */
  sign(session: Handle, digest: Buffer, signature: Buffer): Buffer
  /** The same on another thread. It holds no reference to the buffers: the caller keeps them, untouched, until it has answered. */
  signLater(session: Handle, digest: Buffer, signature: Buffer): Promise<Buffer>
}

/** The two mechanisms we use: both take a SHA-256 digest that was made here (§2.3.6, §2.1.10). */
export type Mechanism = 'ECDSA' | 'RSA-PSS'

export const CKA = {
  class: 0x0000,
  token: 0x0001,
  private: 0x0002,
  label: 0x0003,
  keyType: 0x0100,
  id: 0x0102,
  sensitive: 0x0103,
  sign: 0x0108,
  modulus: 0x0120,
  publicExponent: 0x0122,
  extractable: 0x0162,
  neverExtractable: 0x0164,
  alwaysSensitive: 0x0165,
  ecPoint: 0x0181,
  alwaysAuthenticate: 0x0202,
} as const

export const CKO = { publicKey: 2, privateKey: 3 } as const

export const CKK = { RSA: 0, EC: 3 } as const

/** A CK_ULONG, as handles and numbers are: in the byte order of the machine. */
export function ulong(bytes: Uint8Array): bigint {
  const bigEndian = endianness() === 'BE' ? bytes : bytes.toReversed()
  return BigInt(`0x0${Buffer.from(bigEndian).toString('hex')}`)
}
