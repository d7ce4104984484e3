import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Authority } from '@vaxcert/core'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'

const keys = fileURLToPath(new URL('../../../keys-sample', import.meta.url))

/** The published sample lists. */
export const sampleLists: string = `${keys}/lists`

/**
 * One who signs samples, with a key that everybody has. It is told that its key may sign everything, so that
 * certificates can be made which a checker must refuse for that.
 * @param name of a document signer in keys-sample
 */
export function sampleAuthority(name: string): Authority {
  const documentSigner = documentSignerFromCertificate(readFileSync(`${keys}/${name}.pem`, 'utf8'))
  const { kid, algorithm, country } = documentSigner
  const signer = memorySigner({ kid, algorithm, pkcs8: readKey(`${keys}/${name}.key.pem`) })
  const usages = ['vaccination', 'test', 'recovery'] as const
  return { signer, documentSigner: { ...documentSigner, usages }, country, issuer: 'SAMPLE Bộ Y tế' }
}

function readKey(path: string): Uint8Array {
  return Buffer.from(readFileSync(path, 'utf8').replace(/-----[^-]+-----/g, ''), 'base64')
}
