import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import '@vaxcert/core/trust/x509' // loads reflect-metadata, without which @peculiar/x509 does not start
import { ExtendedKeyUsageExtension, X509CertificateGenerator } from '@peculiar/x509'
import type { MadeKey } from '../made-certificate.ts'

/** A self-signed document signer over a curve, with these key purposes; valid from 2021 to 2031. */
export async function madeKey(namedCurve: 'P-256' | 'P-384', keyPurposes: readonly string[] = []): Promise<MadeKey> {
  const algorithm = { name: 'ECDSA', namedCurve, hash: 'SHA-256' }
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve })
  const keys = {
    privateKey: await imported('pkcs8', privateKey, algorithm, 'sign'),
    publicKey: await imported('spki', publicKey, algorithm, 'verify'),
  }
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...{ name: `CN=SAMPLE ${namedCurve}`, keys },
    ...{ signingAlgorithm: algorithm, notBefore: new Date('2021-01-01'), notAfter: new Date('2031-01-01') },
    extensions: keyPurposes.length > 0 ? [new ExtendedKeyUsageExtension([...keyPurposes])] : [],
  })
  return { certificate: new Uint8Array(certificate.rawData), privateKey }
}

function imported(
  type: 'pkcs8' | 'spki',
  key: KeyObject,
  algorithm: EcKeyImportParams,
  usage: KeyUsage,
): Promise<CryptoKey> {
  return crypto.subtle.importKey(type, key.export({ format: 'der', type: type as 'spki' }), algorithm, true, [usage])
}
