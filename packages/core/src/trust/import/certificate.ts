import { bytesToHex } from '@noble/hashes/utils.js'
import { Fault } from '../../fault.ts'
import { type Certificate, readCertificate } from '../chain/certificate.ts'
import { type DerNode, membersOf, readDer, tag, tagged } from '../chain/der-tree.ts'
import { areUnderstood } from '../chain/extensions.ts'
import { readStatements } from '../chain/statements.ts'

/** Of an X.509 certificate, what it takes to believe what was signed with its key, or by whom it was signed. */
export interface SigningCertificate
  extends Pick<Certificate, 'spki' | 'signed' | 'signature' | 'notBefore' | 'notAfter'> {
  /** AlgorithmIdentifier, DER. */
  readonly algorithm: Uint8Array
  /** Names as `normalName` spells them. */
  readonly issuer: string
  readonly subject: string
  /** Content of the INTEGER. */
  readonly serialNumber: Uint8Array
  /** Whether it may sign certificates (RFC 5280 §4.2.1.9, §4.2.1.3), and is free of critical extensions that we do not know. */
  readonly isAuthority: boolean
  /** Values of the subject's commonName and countryName. */
  readonly commonNames: readonly string[]
  readonly countries: readonly string[]
  /** Where the certificate states one (RFC 5280 §4.2.1.2). */
  readonly subjectKeyId: Uint8Array | undefined
}

/** Contents of the object identifiers 2.5.4.3 and 2.5.4.6, hex. */
const COMMON_NAME = '550403'
const COUNTRY_NAME = '550406'

/** Tag of a version, which certificates of the first version leave out. */
const VERSION = 0xa0

/**
 * Reads the certificate of one who signs lists or certificates: strict DER. Believes nothing of it: who signed it is for
 * the caller to check.
 * @throws Fault `source.shape`
 */
export function readSigningCertificate(der: Uint8Array): SigningCertificate {
  try {
    return fieldsOf(readCertificate(der))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new Fault('source.shape', 'a certificate cannot be read', { cause: error })
  }
}

function fieldsOf({
  algorithms,
  issuer,
  subject,
  serial,
  extensions,
  ...certificate
}: Certificate): SigningCertificate {
  const { basicConstraints, keyUsage, subjectKeyId } = readStatements(extensions)
  const { spki, signed, signature, notBefore, notAfter } = certificate
  return {
    spki,
    signed,
    signature,
    notBefore,
    notAfter,
    algorithm: algorithms[1],
    issuer,
    subject,
    serialNumber: serial,
    isAuthority: basicConstraints?.isCa === true && keyUsage?.keyCertSign !== false && areUnderstood(extensions),
    commonNames: valuesOf(subjectIn(signed), COMMON_NAME),
    countries: valuesOf(subjectIn(signed), COUNTRY_NAME),
    subjectKeyId,
  }
}

/** Behind version, serial number, algorithm, issuer and validity (RFC 5280 §4.1). */
function subjectIn(signed: Uint8Array): DerNode | undefined {
  const fields = membersOf(readDer(signed), tag.sequence)
  return fields[fields[0]?.tag === VERSION ? 5 : 4]
}

/** The string types that names are written in agree on what is UTF-8. */
function valuesOf(name: DerNode | undefined, wanted: string): readonly string[] {
  const attributes = membersOf(name, tag.sequence).flatMap((set) => membersOf(set, tag.set))
  return attributes.flatMap((attribute) => {
    const [type, value] = membersOf(attribute, tag.sequence, 2)
    const id = bytesToHex(tagged(type, tag.objectIdentifier).content)
    return id === wanted && value ? [new TextDecoder().decode(value.content)] : []
  })
}
