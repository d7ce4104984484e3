import { dropped, gather, isDropped, type Outcome } from '../entries.ts'
import type { ForeignList, ForeignNote, ForeignSource } from '../foreign-list.ts'
import { checkRollback, onlyFile, pinnedKeyOf } from '../source.ts'
import { checkProof } from './check-proof.ts'
import { type DidDocument, readDidDocument } from './did-document.ts'
import { type Issuance, type Issuers, issuanceOf, issuersOf } from './issuers.ts'
import { isForDcc, readEntry } from './read-entry.ts'
import type { VerificationMethod } from './verification-method.ts'

/**
 * Reads the trust list of the Global Digital Health Certification Network: one DID document, version 2, as
 * `v2/trustlist/did.json` serves it. Expired DSCs are kept, since what they signed has a time of its own.
 * @throws Fault `source.*`
 */
export async function readGdhcn(source: ForeignSource): Promise<ForeignList> {
  const document = readDidDocument(onlyFile(source))
  await checkProof(document, pinnedKeyOf(source))
  const { issuedAt } = checkRollback(source, Date.parse(document.proof.created) / 1000)
  const judged = await judgeAll(document.verificationMethod, source.testParticipants === true)
  const { signers, dropped } = gather(judged.map(({ outcome }) => outcome))
  return { format: 'gdhcn', verified: true, issuedAt, signers, dropped, notes: notesOn(document, judged) }
}

/** WHO signs the parts of its list one by one, too: who serves one of them for the whole makes states vanish. */
function notesOn({ id, controller }: DidDocument, judged: readonly Judged[]): readonly ForeignNote[] {
  const open = judged.some(({ issuance }) => issuance === 'open')
  return [...(open ? (['chain-open'] as const) : []), ...(id === controller ? [] : (['partial'] as const))]
}

interface Judged {
  readonly outcome: Outcome
  readonly issuance?: Issuance
}

/** Those for DCCs first, so that a key which is named for several domains keeps its usages. */
async function judgeAll(methods: readonly VerificationMethod[], testParticipants: boolean): Promise<readonly Judged[]> {
  const issuers = issuersOf(methods)
  const judged: Judged[] = []
  for (const method of [...methods].sort((a, b) => Number(isForDcc(b)) - Number(isForDcc(a))))
    judged.push(await judge(method, readEntry(method, testParticipants), issuers))
  return judged
}

/** The proof vouches for a key, but not against the list's own CSCA. */
async function judge(method: VerificationMethod, outcome: Outcome, issuers: Issuers): Promise<Judged> {
  if (isDropped(outcome)) return { outcome }
  const issuance = await issuanceOf(method, issuers)
  if (issuance !== 'broken') return { outcome, issuance }
  const { kid } = method.publicKeyJwk
  return { outcome: dropped({ kid, country: outcome.signer.country }, 'chain') }
}
