import { createPrivateKey } from 'node:crypto'
import { readPublicKey, signatureVerifier } from '@vaxcert/core/cose'
import { readTrustList } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { keyFiles, keyNames, sampleKey } from '../../generate/sample-keys.ts'
import { trustFiles } from '../../generate/trust-lists.ts'

const message = new TextEncoder().encode('SAMPLE')

describe('A sample key', () => {
  it.each(keyNames)('signs the same way twice, and its document signer takes it: %s', async (name) => {
    const { sign, documentSigner } = sampleKey(name)
    const signature = await sign(message)
    expect(await sign(message)).toEqual(signature)
    expect(await signatureVerifier(readPublicKey(documentSigner.spki))(message, signature)).toBe(true)
  })

  it('lies in a file that says what it is worth', () => {
    const files = keyFiles()
    expect([...files.keys()]).toEqual(keyNames.map((name) => `keys/${name}.json`))
    for (const content of files.values()) {
      const { about, pkcs8 } = content as { about: string; pkcs8: string }
      expect(about).toContain('protects nothing')
      const key = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
      expect(['ec', 'rsa']).toContain(key.asymmetricKeyType)
    }
  })
})

describe('A trust list of the vectors', () => {
  const files = [...trustFiles()].filter(([path]) => !path.startsWith('trust/deny-'))
  const lists = new Map(files.map(([path, json]) => [path, readTrustList(json)]))
  const { kid } = sampleKey('dsc-all').documentSigner

  it.each([
    ['trust/sample.json', 7, 1],
    ['trust/twin-after.json', 2, 2],
    ['trust/twin-before.json', 2, 2],
    ['trust/twin-rsa.json', 2, 2],
    ['trust/eight-twins.json', 8, 8],
    ['trust/greece.json', 1, 1],
    ['trust/empty.json', 0, 0],
  ])('%s has %i signers, %i of them with the kid of dsc-all', (path, signers, candidates) => {
    expect(lists.get(path)?.signers).toHaveLength(signers)
    expect(lists.get(path)?.candidates(kid)).toHaveLength(candidates)
  })

  it('holds the true signer where there are twins, and no key twice', () => {
    const { spki } = sampleKey('dsc-all').documentSigner
    for (const [path, list] of lists) {
      const keys = list.signers.map((signer) => Buffer.from(signer.spki).toString('hex'))
      expect(new Set(keys).size, path).toBe(keys.length)
      if (list.signers.length > 0) expect(keys, path).toContain(Buffer.from(spki).toString('hex'))
    }
  })
})
