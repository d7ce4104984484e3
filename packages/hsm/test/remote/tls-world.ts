// biome-ignore assist/source/organizeImports: it loads reflect-metadata, without which @peculiar/x509 does not start.
import '@vaxcert/core/trust/x509'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { createHash } from 'node:crypto'
import type { TlsFiles } from '../../src/remote/index.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const purposes = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const

/** An authority that vouches for machines. */
export interface MachineCa {
  readonly name: string
  readonly keys: CryptoKeyPair
  readonly pem: string
}

/** What a machine shows, and how the other side knows it. */
export interface Machine {
  readonly cert: string
  readonly key: string
  /** SHA-256 of its certificate, hex. */
  readonly fingerprint: string
}

export interface MachinePlan {
  readonly purpose: keyof typeof purposes
  readonly notBefore?: string
  readonly notAfter?: string
}

export async function machineCa(name: string): Promise<MachineCa> {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const constraints = new BasicConstraintsExtension(true, undefined, true)
  const certificate = await certify(name, keys.publicKey, { name, keys }, [constraints], {})
  return { name, keys, pem: certificate.toString('pem') }
}

export async function machine(ca: MachineCa, { purpose, ...dates }: MachinePlan): Promise<Machine> {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const extensions = [
    new ExtendedKeyUsageExtension([purposes[purpose]]),
    new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
  ]
  const certificate = await certify(`SAMPLE ${purpose}`, keys.publicKey, ca, extensions, dates)
  const fingerprint = createHash('sha256').update(Buffer.from(certificate.rawData)).digest('hex')
  return { cert: certificate.toString('pem'), key: await keyPem(keys.privateKey), fingerprint }
}

export function tlsOf(ca: MachineCa, { cert, key }: Machine): TlsFiles {
  return { ca: ca.pem, cert, key }
}

async function certify(
  name: string,
  publicKey: CryptoKey,
  ca: Pick<MachineCa, 'name' | 'keys'>,
  extensions: readonly Extension[],
  { notBefore = '2021-01-01T00:00:00Z', notAfter = '2040-01-01T00:00:00Z' }: Omit<MachinePlan, 'purpose'>,
): Promise<X509Certificate> {
  return X509CertificateGenerator.create({
    serialNumber: crypto.getRandomValues(new Uint8Array(8)).reduce((hex, byte) => hex + (byte | 16).toString(16), '40'),
    subject: `CN=${name}`,
    issuer: `CN=${ca.name}`,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    publicKey,
    signingKey: ca.keys.privateKey,
    signingAlgorithm: ecdsa,
    extensions: [...extensions],
  })
}

async function keyPem(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`
}
