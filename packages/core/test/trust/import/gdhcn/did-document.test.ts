import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/fault.ts'
import { readDidDocument } from '../../../../src/trust/import/gdhcn/did-document.ts'
import { MAX_FILE_BYTES } from '../../../../src/trust/import/source.ts'
import { writePlan } from './documents.ts'

const text = await writePlan()
const utf8 = new TextEncoder()

/** What a document with this change is refused with: code and detail. */
function refusal(changed: string): string {
  expect(changed).not.toBe(text)
  try {
    readDidDocument(utf8.encode(changed))
    return 'read'
  } catch (error) {
    return error instanceof Fault ? error.message : String(error)
  }
}

const edit = (from: string | RegExp, to: string) => refusal(text.replace(from, to))

const notOurs = 'source.shape: not a DID document of the network'

describe('a document', () => {
  it('is read when nothing in it would go unsigned', () => {
    const { id, verificationMethod } = readDidDocument(utf8.encode(text))
    expect(id).toBe('did:web:example.org:v2:trustlist')
    expect(verificationMethod.map(({ participant, keyusage }) => participant.code + keyusage.code)).toEqual([
      '#VNM#CSCA',
      '#VNM#DSC',
    ])
  })

  it.each([
    ['of the document', /^\{/, '{"service":[],'],
    ['of a key', '"type":"JsonWebKey2020"', '"type":"JsonWebKey2020","revoked":"2026-01-01"'],
    ['of a JWK', '"kty":"EC"', '"kty":"EC","use":"sig"'],
    ['of a code', '"code":"#DCC"', '"code":"#DCC","system":"x"'],
    ['of the proof', '"proofPurpose"', '"domain":"x","proofPurpose"'],
    ['named like a prototype', /^\{/, '{"__proto__":{},'],
    ['that JSON-LD knows: @graph', /^\{/, '{"@graph":[],'],
    ['that changes what names mean: @context in a key', '"domain":{', '"domain":{"@context":{},'],
  ])('has no member more, as one %s', (_, from, to) => {
    expect(edit(from, to)).toBe(notOurs)
  })

  it.each([
    ['of the document', /^\{/, '{"id":"did:web:evil.example:v2:trustlist",'],
    ['of a code', '"code":"#CSCA"', '"code":"#DSC","code":"#CSCA"'],
    ['of a JWK', '"kty":"EC"', '"kty":"RSA","kty":"EC"'],
    ['of the proof', '"nonce":', '"nonce":"a","nonce":'],
  ])('repeats no member, such as one %s', (_, from, to) => {
    expect(edit(from, to)).toBe(notOurs)
  })

  it.each([
    ['spaces', ',"id"', ', "id"'],
    ['a line at the end', /$/, '\n'],
    ['escapes', '"#DCC"', '"\\u0023DCC"'],
    ['a byte order mark', /^/, '\ufeff'],
  ])('has no second spelling: %s', (_, from, to) => {
    expect(edit(from, to)).toMatch(/^source\.shape/)
  })

  it.each([
    ['a blank node for an id', /"id":"did:web:example.org:v2:trustlist"/, '"id":"_:b0"'],
    ['an id that would end its statement', 'trustlist:DCC:VNM:DSC#', 'trustlist:DCC:VNM:DSC> <x#'],
    ['a key of another document', 'trustlist:DCC:VNM:DSC#', 'trustlist2:DCC:VNM:DSC#'],
    ['a controller of another host', '"controller":"did:web:example.org', '"controller":"did:web:example.com'],
    ['a relative id', '"id":"did:web:example.org:v2:trustlist:', '"id":"trustlist:'],
    ['an unknown type of key', 'JsonWebKey2020', 'JsonWebKey2021'],
    ['an unknown type of proof', 'JsonWebSignature2020', 'Ed25519Signature2020'],
    ['another purpose', 'assertionMethod', 'authentication'],
    ['a code without #', '"#DCC"', '"DCC"'],
    ['a quotation mark in a JWK', '"crv":"P-256"', '"crv":"P\\"256"'],
    ['no certificate', /"x5c":\["[^"]+"\]/, '"x5c":[]'],
    ['a day that no calendar has', '2026-03-01T', '2026-02-30T'],
    ['a number for a text', /"nonce":"[^"]+"/, '"nonce":1'],
    ['a missing proof', /,"proof":\{.*\}\}$/, '}'],
    ['a fourth context', 'v1.jsonld"]', 'v1.jsonld","https://example.org"]'],
    ['contexts in another order', /\["(.*?)","(.*?)",/, '["$2","$1",'],
  ])('is refused for %s', (_, from, to) => {
    expect(edit(from, to)).toBe(notOurs)
  })

  it('is refused where participants and usages are not signed, as in version 1', () => {
    const detail = 'source.shape: version 1, or a version 2 that leaves participants and usages unsigned'
    expect(edit(',"https://smart.who.int/trust/tng-context/v1.jsonld"', '')).toBe(detail)
  })

  it('is refused for references, whether to its own host or away from it', () => {
    const listed = /"verificationMethod":\[.*?\}\](?=,"proof")/
    const references = (id: string) => edit(listed, `"verificationMethod":["${id}"]`)
    expect(references('did:web:example.org:v2:trustlist-ref:DCC')).toBe('source.shape: references are not followed')
    expect(references('did:web:example.com:trustlist')).toBe('source.shape: a reference to another host')
    expect(references('did:web:example.org.evil.example:x')).toBe('source.shape: a reference to another host')
  })

  it('is refused when two keys share an id', () => {
    const { verificationMethod, ...rest } = JSON.parse(text)
    const twice = { ...rest, verificationMethod: [verificationMethod[0], verificationMethod[0]] }
    expect(refusal(JSON.stringify(twice))).toBe(notOurs)
  })

  it.each(['', 'null', '[]', '"x"', '{', '[['.repeat(50_000), '{"a":'.repeat(50_000), '\ud800'])(
    'is not %#, whatever it is',
    (other) => {
      expect(refusal(other)).toMatch(/^source\.shape/)
    },
  )

  it('is not any JSON, nor itself with any JSON in one place', () => {
    const paths = placesIn(JSON.parse(text))
    const inOnePlace = fc.tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }))
    fc.assert(
      fc.property(inOnePlace, fc.jsonValue(), ([path, value], other) => {
        const changed = JSON.stringify(replaced(JSON.parse(text), path, value))
        fc.pre(changed !== text)
        expect(refusal(changed)).toMatch(/^(read|source\.shape)/)
        expect(refusal(JSON.stringify(other))).toMatch(/^source\.shape/)
      }),
    )
  })

  it('is not read when it is too large, or no UTF-8', () => {
    expect(() => readDidDocument(new Uint8Array(MAX_FILE_BYTES + 1))).toThrow('source.too-large')
    expect(() => readDidDocument(Uint8Array.of(0x22, 0xff, 0x22))).toThrow('source.shape')
  })

  it('quotes nothing of itself when it is refused, its causes neither', () => {
    for (const changed of ['{"secret": oops', text.replace('"kty"', '"secret"')]) {
      try {
        readDidDocument(utf8.encode(changed))
      } catch (error) {
        const told = error instanceof Error ? `${error.message} ${error.cause}` : ''
        expect(told).toContain('source.shape')
        expect(told).not.toContain('secret')
      }
    }
  })
})

type Path = readonly (string | number)[]

/** Every place in JSON, the whole first. */
function placesIn(json: unknown, path: Path = []): readonly Path[] {
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(json)
    ? [...json.entries()]
    : Object.entries(typeof json === 'object' && json !== null ? json : {})
  return [path, ...members.flatMap(([name, value]) => placesIn(value, [...path, name]))]
}

function replaced(json: unknown, [name, ...path]: Path, value: unknown): unknown {
  if (name === undefined) return value
  const change = (inner: unknown) => replaced(inner, path, value)
  if (Array.isArray(json)) return json.map((item, index) => (index === name ? change(item) : item))
  return Object.fromEntries(Object.entries(json ?? {}).map(([key, item]) => [key, key === name ? change(item) : item]))
}
