import { Fault } from '@vaxcert/core/fault'
import { type Certificate, readCertificate, readIssuerKey, readStatements } from '@vaxcert/core/trust/chain'
import type { ConfirmCode } from './confirm-codes.ts'

/**
 * Reads the certificate of a unit and looks at what it must be whoever issued it, even where it is its own authority: an
 * end entity whose key may sign (RFC 5280 §4.2.1.3), on P-256 or RSA of 2048 bits and more.
 * @throws Fault `confirm.certificate`, `confirm.usage`, `confirm.key`
 */
export function readSealCertificate(der: Uint8Array): Certificate {
  const certificate = orElse('confirm.certificate', () => readCertificate(der))
  const { basicConstraints, keyUsage } = orElse('confirm.certificate', () => readStatements(certificate.extensions))
  const maySign = keyUsage === undefined || (keyUsage.digitalSignature && !keyUsage.keyCertSign)
  if (!maySign || basicConstraints?.isCa === true) throw new Fault('confirm.usage')
  const key = orElse('confirm.key', () => readIssuerKey(certificate.spki))
  if (key.type === 'EC' && key.bytes !== P256_BYTES) throw new Fault('confirm.key')
  return certificate
}

const P256_BYTES = 32

function orElse<T>(code: ConfirmCode, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Fault) throw new Fault(code, undefined, { cause: error })
    throw error
  }
}
