import type { Signer } from '../cose/signer.ts'
import { Fault } from '../fault.ts'
import type { Authority } from './authority.ts'
import type { IssueCode } from './codes.ts'
import { type IssueOptions, type IssueRequest, prepareRequest, requireReadBack } from './issue.ts'
import type { PreparedDcc } from './prepare.ts'
import { finish, type SignedDcc } from './sign.ts'

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
  const signatures = await signEach(prepared, authority.signer)
  const signed = signatures.map((signature, index) =>
    signature instanceof Fault
      ? signature
      : attempt(() => finish(prepared[index] as PreparedDcc, signature, authority)),
  )
  const { readBack } = options
  return readBack === undefined ? signed.map(outcomeOf) : Promise.all(signed.map((dcc) => readBackOne(dcc, readBack)))
}

/** A signature for each that was prepared, `lanes` of them under way at once; for each other its Fault. */
async function signEach(
  prepared: readonly (PreparedDcc | Fault)[],
  signer: Signer,
): Promise<readonly (Uint8Array | Fault)[]> {
  const signatures: (Uint8Array | Fault)[] = []
  const waiting = prepared.entries()
  const lane = async () => {
    for (const [index, dcc] of waiting) {
      const signature = dcc instanceof Fault ? dcc : attempt(() => signer.sign(dcc.toBeSigned))
      signatures[index] = signature instanceof Promise ? await signature.catch(faultOnly) : signature
    }
  }
  await Promise.all(Array.from({ length: Math.min(signer.lanes, prepared.length) }, lane))
  return signatures
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

function attempt<T>(action: () => T): T | Fault {
  try {
    return action()
  } catch (error) {
    return faultOnly(error)
  }
}

/** @throws whatever is no Fault: it is not the request that is wrong */
function faultOnly(error: unknown): Fault {
  if (error instanceof Fault) return error
  throw error
}
