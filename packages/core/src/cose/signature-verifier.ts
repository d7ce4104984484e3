/**
 * Says whether `signature` (raw r‖s for ES256, PSS with salt 32 for PS256) over `toBeSigned` is
 * right under the one key it was made for. Wrong lengths and malformed signatures are false, never an error.
 */
export type SignatureVerifier = (toBeSigned: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>
