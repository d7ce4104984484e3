import { Fault } from '../../../fault.ts'
import { demand, demandArray, demandRecord, demandText } from '../../list-shape.ts'
import { MAX_SIGNERS } from '../../trust-list.ts'
import { MAX_FILE_BYTES, textOf } from '../source.ts'
import { type DidProof, readProof } from './did-proof.ts'
import { readVerificationMethod, type VerificationMethod } from './verification-method.ts'

/** A trust list of the Global Digital Health Certification Network as a DID document, version 2. */
export interface DidDocument {
  /** "did:web:tng-cdn.who.int:v2:trustlist". */
  readonly id: string
  /** Of the document and of each key in it: itself if it is the whole list, the document above if it is a part. */
  readonly controller: string
  readonly verificationMethod: readonly VerificationMethod[]
  readonly proof: DidProof
}

/** What the names in a document mean. With the first two alone, a key's participant and usage are not signed. */
export const contexts: readonly string[] = [
  'https://www.w3.org/ns/did/v1',
  'https://w3id.org/security/suites/jws-2020/v1',
  'https://smart.who.int/trust/tng-context/v1.jsonld',
]

const didWeb = /^did:web:[A-Za-z0-9.-]+(:[A-Za-z0-9._-]+)*$/

/**
 * Reads a document. JSON-LD signs statements, not bytes, so everything that would not become a signed
 * statement is refused: unknown members, other contexts, repeated members. The order of members and keys is left open.
 * @throws Fault `source.shape`, `source.too-large`
 */
export function readDidDocument(bytes: Uint8Array): DidDocument {
  if (bytes.length > MAX_FILE_BYTES) throw new Fault('source.too-large', 'document')
  try {
    return readText(textOf(bytes))
  } catch (error) {
    if (!(error instanceof Fault)) throw new Fault('source.shape', 'not JSON')
    if (error.code === 'source.shape') throw error
    throw new Fault('source.shape', 'not a DID document of the network', { cause: error })
  }
}

/** One text for each document: spaces, escapes of plain characters and repeated members are all refused. */
function readText(text: string): DidDocument {
  const json: unknown = JSON.parse(text)
  const document = readJson(json)
  demand(JSON.stringify(json) === text, 'written otherwise than JSON.stringify would')
  return document
}

function readJson(json: unknown): DidDocument {
  const fields = demandRecord(json, ['@context', 'id', 'controller', 'verificationMethod', 'proof'])
  demandContexts(fields['@context'])
  const id = demandText(fields.id, didWeb, 256)
  const controller = demandText(fields.controller, didWeb, 256)
  demand(id === controller || id.startsWith(`${controller}:`), 'controller is neither the document nor above it')
  const methods = demandArray(fields.verificationMethod, MAX_SIGNERS)
  demandNoReference(methods, id)
  const verificationMethod = methods.map((method) => readVerificationMethod(method, { id, controller }))
  const ids = new Set(verificationMethod.map((method) => method.id))
  demand(ids.size === methods.length, 'two keys of one id: their statements would mingle')
  return { id, controller, verificationMethod, proof: readProof(fields.proof) }
}

function demandContexts(value: unknown): void {
  const given = demandArray(value, contexts.length)
  const same = given.every((context, index) => context === contexts[index])
  if (same && given.length === 2)
    throw new Fault('source.shape', 'version 1, or a version 2 that leaves participants and usages unsigned')
  demand(same && given.length === contexts.length, 'contexts')
}

/** A document of references vouches for no key. Once, one of them led from the production list to a test list. */
function demandNoReference(methods: readonly unknown[], id: string): void {
  const references = methods.filter((method) => typeof method === 'string')
  if (references.length === 0) return
  const [did, method, host] = id.split(':')
  const away = references.some((reference) => !reference.startsWith(`${did}:${method}:${host}:`))
  throw new Fault('source.shape', away ? 'a reference to another host' : 'references are not followed')
}
