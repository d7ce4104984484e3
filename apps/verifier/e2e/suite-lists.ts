import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Fault } from '@vaxcert/core/fault'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { day, firstRoot } from '../../../packages/core/test/trust/list-world.ts'
import { publish } from '../test/lists/published.ts'
import type { PublicPicture } from './public-pictures.ts'

/** The moment for which `writeSuiteLists` is made: most certificates of the suites are in force. */
export const suiteMoment: Date = day(1)

/** Publishes lists that trust everybody who signs in the suites, as far as their certificates can be read. */
export async function writeSuiteLists(pictures: readonly PublicPicture[], folder: string): Promise<void> {
  const signers = new Map<string, DocumentSigner>()
  for (const { signer = '' } of pictures) {
    const read = signerOf(signer)
    if (read !== undefined) signers.set(`${read.kid}`, read)
  }
  const { files } = await publish({ root: await firstRoot(), contents: { signers: [...signers.values()] } })
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}

function signerOf(certificate: string): DocumentSigner | undefined {
  try {
    return documentSignerFromCertificate(Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64'))
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
