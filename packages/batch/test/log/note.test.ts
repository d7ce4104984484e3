import { createPrivateKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkProof,
  checkpointText,
  cosign,
  EMPTY_ROOT,
  noteSigner,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseProof,
  readVerifierKey,
  signCheckpoint,
  writeNote,
} from '../../src/log/index.ts'
import { logKey, logSigner, newSigner } from './sample-log.ts'

/** The well-known note of Go's sumdb/note, its key by its seed. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const LINE = 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='
const note = `${text}\n— PeterNeumann ${LINE}\n`

function pemOf(secret: Uint8Array): string {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
}

describe('a signed note', () => {
  it('is the one of other implementations, byte for byte', () => {
    const signer = noteSigner('log', 'PeterNeumann', pemOf(seed))
    expect(signer.verifierKey).toBe(PETER)
    const { name, keyId } = signer
    expect(writeNote({ text, signatures: [{ name, keyId, signature: signer.sign(Buffer.from(text)) }] })).toBe(note)
    const parsed = parseNote(Buffer.from(note))
    expect(parsed.text).toBe(text)
    const [line] = parsed.signatures
    expect(readVerifierKey(PETER).verify(Buffer.from(text), line?.signature ?? Buffer.of())).toBe(true)
  })

  it.each([
    ['empty', ''],
    ['without a signature', text],
    ['without a blank line', note.replace('\n\n', '\n')],
    ['without its last newline', note.slice(0, -1)],
    ['with a line behind', `${note}\n`],
    ['with a control character', note.replace('If', 'I\tf')],
    ['with a carriage return', note.replaceAll('\n', '\r\n')],
    ['with a dash of another kind', note.replace('—', '-')],
    ['with a name of two words', note.replace('PeterNeumann', 'Peter Neumann')],
    ['with a plus in the name', note.replace('PeterNeumann', 'Peter+Neumann')],
    ['with base64 of another spelling', note.replace('AM=', 'AN=')],
    ['with a signature that is a key id alone', note.replace(LINE, 'x08gow==')],
    ['with too many signatures', note + `— PeterNeumann ${LINE}\n`.repeat(100)],
    ['that is too large', 'x'.repeat(70_000) + note],
  ])('is refused %s', (_, bytes) => {
    expect(() => parseNote(Buffer.from(bytes))).toThrow(expect.objectContaining({ code: 'log.note' }))
  })

  it('is refused when it is not UTF-8', () => {
    const bytes = Buffer.from(note)
    bytes[3] = 0xff
    expect(() => parseNote(bytes)).toThrow(expect.objectContaining({ code: 'log.note' }))
  })
})

describe('a verifier key', () => {
  it('may be one of a witness', () => {
    const remora = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'
    expect(readVerifierKey(remora)).toMatchObject({ name: 'remora.n621.de', kind: 'witness' })
  })

  it.each([
    '',
    PETER.slice(0, -4),
    PETER.replace('c74f20a3', 'c74f20a4'),
    PETER.replace('c74f20a3', 'C74F20A3'),
    PETER.replace('PeterNeumann', 'Peter Neumann'),
    PETER.replace('+ARpc', '+Axpc'),
    `${PETER}\n`,
    'rekor.sigstore.dev+12345678+AwEB',
    'x'.repeat(2000) + PETER,
  ])('is refused: %s', (key) => {
    expect(() => readVerifierKey(key)).toThrow(expect.objectContaining({ code: 'log.key' }))
  })

  it('is of Ed25519, and so is its private half', () => {
    for (const pem of ['', 'not a key', '-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n']) {
      expect(() => noteSigner('log', 'a.example', pem)).toThrow(expect.objectContaining({ code: 'log.key' }))
    }
    expect(() => noteSigner('log', 'a b', pemOf(seed))).toThrow(expect.objectContaining({ code: 'log.key' }))
  })
})

describe('a checkpoint', () => {
  it('is origin, size and root, each on its line', () => {
    const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64')
    const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    expect(checkpointText({ origin: 'example.com/behind-the-sofa', size: 20_852_163, root })).toBe(body)
    expect(parseCheckpoint(body)).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: new Uint8Array(root),
    })
    for (const other of [
      body.replace('2085', '02085'),
      body.replace('20852163', '-1'),
      body.replace('20852163', '1e3'),
      body.replace('20852163', '9007199254740993'),
      body.replace('q2I=', 'q2J='),
      body.replace('CsUY', ''),
      `${body}extension\n`,
      `\n${body}`,
      body.slice(0, -1),
    ]) {
      expect(() => parseCheckpoint(other)).toThrow(expect.objectContaining({ code: 'log.checkpoint' }))
    }
  })

  it('is signed in the name of its log only', () => {
    const head = { origin: logKey.name, size: 0, root: EMPTY_ROOT }
    expect(() => signCheckpoint({ ...head, origin: 'other.example' }, logSigner)).toThrow(TypeError)
    expect(() => signCheckpoint(head, newSigner('witness', logKey.name))).toThrow(TypeError)
    expect(() => cosign('text\n', logSigner, new Date())).toThrow(TypeError)
    const opened = openCheckpoint(Buffer.from(signCheckpoint(head, logSigner)), { log: logKey })
    expect(opened).toMatchObject({ ...head, cosignatures: [] })
  })

  it('is not signed by a witness of the same key', () => {
    const asWitness = noteSigner('witness', 'PeterNeumann', pemOf(seed))
    const head = { origin: 'PeterNeumann', size: 0, root: EMPTY_ROOT }
    const signed = Buffer.from(signCheckpoint(head, noteSigner('log', 'PeterNeumann', pemOf(seed))))
    const log = readVerifierKey(asWitness.verifierKey)
    expect(() => openCheckpoint(signed, { log })).toThrow(expect.objectContaining({ code: 'log.signature' }))
  })
})

describe('hostile bytes', () => {
  const codes = /^log\.(note|checkpoint|origin|signature|proof|inclusion|key)$/
  const good = signCheckpoint({ origin: logKey.name, size: 3, root: EMPTY_ROOT }, logSigner)

  it('give nothing but a Fault', () => {
    const pieces = fc.constantFrom(
      '\n',
      '\n\n',
      '— ',
      ' ',
      good,
      good.slice(0, 40),
      'index 5',
      'extra ',
      '0',
      '=',
      'é',
      '\0',
    )
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 })
    fc.assert(
      fc.property(texts, (parts) => {
        const bytes = Buffer.from(parts.join(''))
        for (const read of [
          () => openCheckpoint(bytes, { log: logKey }),
          () => parseProof(bytes),
          () => checkProof(bytes, bytes, { log: logKey }),
          () => readVerifierKey(parts.join('')),
        ]) {
          try {
            read()
          } catch (error) {
            expect((error as { code?: string }).code).toMatch(codes)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
