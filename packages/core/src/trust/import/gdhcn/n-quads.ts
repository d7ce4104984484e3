import type { DidDocument } from './did-document.ts'
import type { ProofOptions } from './did-proof.ts'
import type { Coded, Jwk, VerificationMethod } from './verification-method.ts'

const security = 'https://w3id.org/security#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const valueSets = 'https://smart.who.int/trust/ValueSet-'

/** The one blank node of a proof, as canonicalisation names it (RDFC-1.0 §4.4). */
const proofNode = '_:c14n0'

/**
 * The statements of a document without its proof, as canonical N-Quads. Its shape leaves one way to write each: every
 * subject has a name, no name is relative, and no text needs an escape but a quotation mark.
 */
export function documentQuads({ id, controller, verificationMethod }: Omit<DidDocument, 'proof'>): string {
  const lines = [quad(iri(id), `${security}controller`, iri(controller))]
  for (const method of verificationMethod) {
    lines.push(quad(iri(id), `${security}verificationMethod`, iri(method.id)), ...methodQuads(method))
  }
  return sorted(lines)
}

/** The statements of a proof about itself, its signature left out. */
export function proofQuads({ created, nonce, verificationMethod }: ProofOptions): string {
  return sorted([
    quad(proofNode, 'http://purl.org/dc/terms/created', `${text(created)}^^${iri(dateTime)}`),
    quad(proofNode, `${rdf}type`, iri(`${security}JsonWebSignature2020`)),
    quad(proofNode, `${security}nonce`, text(nonce)),
    quad(proofNode, `${security}proofPurpose`, iri(`${security}assertionMethod`)),
    quad(proofNode, `${security}verificationMethod`, iri(verificationMethod)),
  ])
}

function methodQuads({ id, controller, publicKeyJwk, domain, participant, keyusage }: VerificationMethod): string[] {
  return [
    quad(iri(id), `${rdf}type`, iri(`${security}JsonWebKey2020`)),
    quad(iri(id), `${security}controller`, iri(controller)),
    quad(iri(id), `${security}publicKeyJwk`, `${text(canonicalJson(publicKeyJwk))}^^${iri(`${rdf}JSON`)}`),
    codeQuad(id, 'Domains', domain),
    codeQuad(id, 'Participants', participant),
    codeQuad(id, 'KeyUsage', keyusage),
  ]
}

function codeQuad(id: string, valueSet: string, { code }: Coded): string {
  const base = `${valueSets}${valueSet}.jsonld`
  return quad(iri(id), base, iri(base + code))
}

/** RFC 8785 for an object of plain ASCII texts: members in the order of their names. */
function canonicalJson(jwk: Jwk): string {
  return JSON.stringify(Object.fromEntries(Object.entries(jwk).sort(([a], [b]) => (a < b ? -1 : 1))))
}

function quad(subject: string, predicate: string, object: string): string {
  return `${subject} ${iri(predicate)} ${object} .\n`
}

function iri(name: string): string {
  return `<${name}>`
}

function text(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`
}

/** By code units, which is by code points where all is ASCII. */
function sorted(lines: readonly string[]): string {
  return [...lines].sort().join('')
}
