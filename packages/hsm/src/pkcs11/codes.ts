/** Why a device cannot be used: every code that `openPkcs11` throws. `sign` throws the last two alone. */
export type Pkcs11Code =
  /** pkcs11js is not installed, or the module of the device cannot be loaded. */
  | 'signer.module'
  /** No token, or more than one, is the one that was named. */
  | 'signer.token'
  /** The PIN is not taken. It is given once: more would lock the token. */
  | 'signer.pin'
  /** No key, or more than one, is the one that was named; or it is not the key of the certificate. */
  | 'signer.key'
  /** An attribute of the key allows what may not be; the detail names it. */
  | 'signer.attribute'
  | 'signer.busy'
  | 'signer.refused'
