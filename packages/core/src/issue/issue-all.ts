import { Fault } from '../fault.ts'
import type { Authority } from './authority.ts'
import type { IssueCode } from './codes.ts'
import { type IssueOptions, type IssueRequest, prepareRequest, requireReadBack } from './issue.ts'
import type { PreparedDcc } from './prepare.ts'
import { finish, type SignedDcc } from './sign.ts'
import { attempt, faultOnly, signEach } from './sign-each.ts'

/** What became of one request. */
export type IssueOutcome =
  | { readonly ok: true; readonly signed: SignedDcc }
  | { readonly ok: false; readonly code: IssueCode }

/** Requests that go through one stage before any goes on to the next: enough to keep code and data at hand. */
const CHUNK = 32

/**
 * `issue` for many requests, a seventh faster: all of a chunk are prepared, then signed with up to `signer.lanes`
 * signatures under way, then finished. Outcomes come in the order of the requests, one for each.
 * Nothing in a request makes it throw; a wrong authority or option is a TypeError.
 */
export async function* issueAll(
  requests: Iterable<IssueRequest> | AsyncIterable<IssueRequest>,
  authority: Authority,
  options: IssueOptions,
): AsyncGenerator<IssueOutcome, void, undefined> {
  let chunk: IssueRequest[] = []
  for await (const request of requests) {
    chunk.push(request)
    if (chunk.length < CHUNK) continue
    yield* await issueChunk(chunk, authority, options)
    chunk = []
  }
  yield* await issueChunk(chunk, authority, options)
}

async function issueChunk(
  requests: readonly IssueRequest[],
  authority: Authority,
  options: IssueOptions,
): Promise<readonly IssueOutcome[]> {
  const prepared = requests.map((request) => attempt(() => prepareRequest(request, authority, options)))
  const toBeSigned = prepared.map((dcc) => (dcc instanceof Fault ? dcc : dcc.toBeSigned))
  const signatures = await signEach(toBeSigned, authority.signer)
  const signed = signatures.map((signature, index) =>
    signature instanceof Fault
      ? signature
      : attempt(() => finish(prepared[index] as PreparedDcc, signature, authority)),
  )
  const { readBack } = options
  return readBack === undefined ? signed.map(outcomeOf) : Promise.all(signed.map((dcc) => readBackOne(dcc, readBack)))
}

async function readBackOne(
  signed: SignedDcc | Fault,
  readBack: NonNullable<IssueOptions['readBack']>,
): Promise<IssueOutcome> {
  if (signed instanceof Fault) return outcomeOf(signed)
  return outcomeOf(await requireReadBack(signed, readBack).then(() => signed, faultOnly))
}

function outcomeOf(result: SignedDcc | Fault): IssueOutcome {
  return result instanceof Fault ? { ok: false, code: result.code as IssueCode } : { ok: true, signed: result }
}
