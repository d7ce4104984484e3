import { describe, expect, it } from 'vitest'
import { ecdsaDer } from '../../../../src/cose/ecdsa-der.ts'
import { readBase64Url, writeBase64Url } from '../../../../src/trust/base64.ts'
import { checkProof, proofInput } from '../../../../src/trust/import/gdhcn/check-proof.ts'
import { type DidDocument, readDidDocument } from '../../../../src/trust/import/gdhcn/did-document.ts'
import { documentQuads, proofQuads } from '../../../../src/trust/import/gdhcn/n-quads.ts'
import { proofKey, writePlan } from './documents.ts'

const utf8 = new TextEncoder()
const document = readDidDocument(utf8.encode(await writePlan()))

/** The document under a proof with this header, made with the right key. */
async function withHeader(header: string, change = (signature: Uint8Array) => signature): Promise<DidDocument> {
  const encoded = writeBase64Url(utf8.encode(header))
  const signature = ecdsaDer(await proofKey.signer.sign(proofInput(document, document.proof, encoded)))
  return { ...document, proof: { ...document.proof, jws: `${encoded}..${writeBase64Url(change(signature))}` } }
}

const check = (signed: DidDocument) => checkProof(signed, { spki: proofKey.spki })
const refused = { code: 'source.signature' }

describe('the header of a proof', () => {
  it.each(['{"b64":false,"crit":["b64"],"alg":"ES256"}', '{"alg":"ES256","b64":false,"crit":["b64"]}'])(
    'says ES256 over unencoded bytes: %s',
    async (header) => {
      await expect(check(await withHeader(header))).resolves.toBeUndefined()
    },
  )

  it.each([
    '{"b64":false,"crit":["b64"],"alg":"none"}',
    '{"b64":false,"crit":["b64"],"alg":"HS256"}',
    '{"b64":false,"crit":["b64"],"alg":"es256"}',
    '{"b64":true,"crit":["b64"],"alg":"ES256"}',
    '{"alg":"ES256"}',
    '{"b64":false,"alg":"ES256"}',
    '{"b64":false,"crit":[],"alg":"ES256"}',
    '{"b64":false,"crit":["b64","exp"],"alg":"ES256"}',
    '{"b64":false,"crit":["b64"],"alg":"ES256","jwk":{}}',
    '{"b64":true,"b64":false,"crit":["b64"],"alg":"ES256"}',
    '{"b64":false,"crit":["b64"],"alg":"ES256"} ',
    'null',
    'x',
  ])('says nothing else, even under the right key: %s', async (header) => {
    await expect(check(await withHeader(header))).rejects.toMatchObject(refused)
  })
})

describe('the signature of a proof', () => {
  const header = '{"b64":false,"crit":["b64"],"alg":"ES256"}'

  it.each<[string, (signature: Uint8Array) => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['one byte short', (signature) => signature.subarray(0, -1)],
    ['one byte long', (signature) => Uint8Array.of(...signature, 0)],
    ['r‖s in place of DER', () => new Uint8Array(64).fill(1)],
    ['zero for r and s', () => Uint8Array.of(0x30, 6, 2, 1, 0, 2, 1, 0)],
  ])('is not %s', async (_, change) => {
    await expect(check(await withHeader(header, change))).rejects.toMatchObject(refused)
  })

  it('is strict DER in base64url without unused bits', async () => {
    const { proof } = document
    const signature = readBase64Url(proof.jws.split('..')[1] ?? '') ?? new Uint8Array()
    const long = Uint8Array.of(0x30, 0x81, ...signature.subarray(1))
    const jws = `${proof.jws.split('..')[0]}..${writeBase64Url(long)}`
    await expect(check({ ...document, proof: { ...proof, jws } })).rejects.toMatchObject(refused)
  })

  it('is over what proof and document state', async () => {
    const proofs = [
      { nonce: 'other' },
      { created: '2026-03-01T10:00:01Z' },
      { verificationMethod: 'did:web:example.com' },
    ]
    for (const change of proofs)
      await expect(check({ ...document, proof: { ...document.proof, ...change } })).rejects.toMatchObject(refused)
    await expect(
      check({ ...document, verificationMethod: document.verificationMethod.slice(1) }),
    ).rejects.toMatchObject(refused)
  })
})

describe('the statements', () => {
  const key = {
    id: 'did:web:a.example:l:DCC:VNM:DSC#AAAA',
    type: 'JsonWebKey2020',
    controller: 'did:web:a.example:l',
    publicKeyJwk: { kty: 'EC', kid: 'AAAA', x5c: ['BBBB', 'CCCC'], crv: 'P-256', x: 'xx', y: 'yy' },
    domain: { code: '#DCC' },
    participant: { code: '#VNM' },
    keyusage: { code: '#DSC' },
  } as const

  it('of a document stand one on a line, in order, the JWK as canonical JSON', () => {
    const quads = documentQuads({
      id: 'did:web:a.example:l',
      controller: 'did:web:a.example:l',
      verificationMethod: [key],
    })
    const method = '<did:web:a.example:l:DCC:VNM:DSC#AAAA>'
    const trust = 'https://smart.who.int/trust/ValueSet-'
    const json = '{"crv":"P-256","kid":"AAAA","kty":"EC","x":"xx","x5c":["BBBB","CCCC"],"y":"yy"}'
    expect(quads.split('\n')).toEqual([
      `${method} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#JsonWebKey2020> .`,
      `${method} <${trust}Domains.jsonld> <${trust}Domains.jsonld#DCC> .`,
      `${method} <${trust}KeyUsage.jsonld> <${trust}KeyUsage.jsonld#DSC> .`,
      `${method} <${trust}Participants.jsonld> <${trust}Participants.jsonld#VNM> .`,
      `${method} <https://w3id.org/security#controller> <did:web:a.example:l> .`,
      `${method} <https://w3id.org/security#publicKeyJwk> "${json.replaceAll('"', '\\"')}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .`,
      `<did:web:a.example:l> <https://w3id.org/security#controller> <did:web:a.example:l> .`,
      `<did:web:a.example:l> <https://w3id.org/security#verificationMethod> ${method} .`,
      '',
    ])
  })

  it('of a proof are about a node without a name', () => {
    const quads = proofQuads({ created: '2026-03-01T10:00:00Z', nonce: 'n', verificationMethod: 'did:web:a.example' })
    expect(quads.split('\n')).toEqual([
      '_:c14n0 <http://purl.org/dc/terms/created> "2026-03-01T10:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .',
      '_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#JsonWebSignature2020> .',
      '_:c14n0 <https://w3id.org/security#nonce> "n" .',
      '_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .',
      '_:c14n0 <https://w3id.org/security#verificationMethod> <did:web:a.example> .',
      '',
    ])
  })
})
