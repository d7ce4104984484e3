import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { processIo } from '../../src/io.ts'
import { readTrustFile } from '../../src/trust/read-trust-list.ts'
import { emptyFolder } from '../empty-folder.ts'
import { authorityOf, keysSample } from '../sample-certificates.ts'

const folder = emptyFolder()
const io = { ...processIo(), cwd: folder }

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

const pem = (name: string) => readFileSync(`${keysSample}/${name}.pem`, 'utf8')

describe('a trust file', () => {
  it('may be our JSON list', async () => {
    copyFileSync(`${keysSample}/trust-list.json`, join(folder, 'list.json'))
    const { signers } = await readTrustFile('list.json', io)
    expect(signers.map(({ kid }) => kid)).toContainEqual(authorityOf('dsc-all').documentSigner.kid)
  })

  it('may be certificates in PEM, with other text between them', async () => {
    const path = write('two.pem', `${pem('dsc-all')}subject = SAMPLE\n${pem('dsc-rsa')}`)
    const { signers } = await readTrustFile(path, io)
    expect(signers.map(({ algorithm }) => algorithm)).toEqual(['ES256', 'PS256'])
  })

  it.each([
    ['not a list', 'HC1:ABC', 'x is no trust list of ours and no certificates in PEM.'],
    ['another list', '{"keys":[]}', /^x is no trust list of ours .* \(list.shape: members of an object\)\.$/],
    ['a broken certificate', pem('dsc-all').replace('MII', 'MIA'), /\(signer.chain: /],
    ['a private key', pem('dsc-all.key'), 'x is no trust list of ours and no certificates in PEM.'],
  ])('is refused in one sentence when it is %s', async (_, text, sentence) => {
    await expect(readTrustFile(write('x', text), io)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(sentence) as unknown,
    })
  })
})
