import type { AsymmetricKeyDetails } from 'node:crypto'
import { PS256_SALT_BYTES } from '@vaxcert/core/cose'

/** Whether it is a P-256 key. */
export function isP256({ namedCurve }: AsymmetricKeyDetails): boolean {
  return namedCurve === 'prime256v1'
}

/**
 * Whether it is an RSA key for PS256: 2048 to 4096 bits, an exponent from 65537 to 32 bits and, where it is marked for
 * RSASSA-PSS alone (RFC 4055 §3.3), parameters that leave room for SHA-256 and a salt of 32 bytes.
 */
export function isPs256Key({ modulusLength = 0, publicExponent = 0n, ...pss }: AsymmetricKeyDetails): boolean {
  const { hashAlgorithm = 'sha256', mgf1HashAlgorithm = 'sha256', saltLength = PS256_SALT_BYTES } = pss
  const size = modulusLength >= 2048 && modulusLength <= 4096
  const exponent = publicExponent >= 65_537n && publicExponent < 2n ** 32n
  const room = hashAlgorithm === 'sha256' && mgf1HashAlgorithm === 'sha256' && saltLength <= PS256_SALT_BYTES
  return size && exponent && room
}
