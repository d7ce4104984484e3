import { readdirSync, readFileSync } from 'node:fs'

/** A picture of a public suite. */
export interface PublicPicture {
  readonly name: string
  readonly bytes: Uint8Array
  /** The signer's certificate, base64 of its DER, where the suite tells it. */
  readonly signer?: string
}

/** Every picture of the suites: files, and those inside the JSON of dgc-testdata (`2DCODE`). */
export function publicPictures(suites: string): readonly PublicPicture[] {
  return [...pictureFiles(suites), ...codedPictures(suites)]
}

function pictureFiles(suites: string): readonly PublicPicture[] {
  return filesOf(suites, /\.(png|jpe?g)$/i).map((name) => ({ name, bytes: readFileSync(`${suites}/${name}`) }))
}

function codedPictures(suites: string): readonly PublicPicture[] {
  return filesOf(suites, /^dgc-testdata\/.*\.json$/).flatMap((name) => {
    const { '2DCODE': code, TESTCTX } = JSON.parse(readFileSync(`${suites}/${name}`, 'utf8').replace(/^\uFEFF/, ''))
    if (typeof code !== 'string' || code === '') return []
    const signer: unknown = TESTCTX?.CERTIFICATE
    const picture = { name: `${name}.picture`, bytes: Buffer.from(code, 'base64') }
    return [typeof signer === 'string' && signer !== '' ? { ...picture, signer } : picture]
  })
}

function filesOf(suites: string, name: RegExp): readonly string[] {
  const all = readdirSync(suites, { recursive: true, encoding: 'utf8' })
  return all.filter((path) => name.test(path)).toSorted()
}
