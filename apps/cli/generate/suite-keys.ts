import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'

/** TESTCTX.CERTIFICATE of a file of dgc-testdata. */
const testCertificate = /"CERTIFICATE"\s*:\s*"([^"]+)"/g
/** The first certificate of each entry of WHO's trust list. */
const listedCertificate = /"x5c"\s*:\s*\[\s*"([^"]+)"/g

/**
 * Keys that signed the public test certificates of the EU, as SubjectPublicKeyInfo, DER: whoever runs a test system
 * has them. Without those that a country really signs with and WHO's list names.
 */
export function suiteKeys(suites: string): readonly Uint8Array[] {
  const files = readdirSync(join(suites, 'dgc-testdata'), { recursive: true, encoding: 'utf8' })
  const texts = files.filter((name) => name.endsWith('.json')).map((name) => read(suites, 'dgc-testdata', name))
  const real = new Set(keysIn(read(suites, 'gdhcn', 'trustlist-did.json'), listedCertificate).map(String))
  const keys = texts.flatMap((text) => keysIn(text, testCertificate))
  return keys.filter((key) => !real.has(String(key)))
}

function read(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8')
}

/** Certificates with a key that could not sign a certificate for us are passed over. */
function keysIn(text: string, form: RegExp): readonly Uint8Array[] {
  return Array.from(text.matchAll(form), ([, certificate = '']) => certificate).flatMap((certificate) => {
    try {
      return [documentSignerFromCertificate(certificate).spki]
    } catch {
      return []
    }
  })
}
