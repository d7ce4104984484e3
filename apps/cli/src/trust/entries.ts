import { createHash } from 'node:crypto'
import {
  type DatedValueSet,
  type DenyList,
  type DocumentSigner,
  deniedId,
  type ListKind,
  type RevocationIndex,
  type Rule,
} from '@vaxcert/core/trust'
import { base64 } from '../terminal.ts'
import { writeTime } from '../times.ts'

/** One thing that a list holds, in words of people: how it is told from others, whose it is, and what is said of it. */
export interface Entry {
  readonly id: string
  /** For people: one line. */
  readonly label: string
  /** Empty where it is nobody's. */
  readonly country: string
  /** The same text as long as nothing is said anew. */
  readonly facts: string
}

/** What lists say; those that are not there are left out. */
export interface ListContents {
  readonly trust?: { readonly signers: readonly DocumentSigner[] }
  readonly denied?: DenyList
  readonly revocation?: RevocationIndex
  readonly rules?: readonly Rule[]
  readonly valueSets?: readonly DatedValueSet[]
}

/** Everything in the lists, each list by itself. */
export function entriesOf(lists: ListContents): Readonly<Record<ListKind, readonly Entry[]>> {
  return {
    trust: (lists.trust?.signers ?? []).map(signerEntry),
    deny: (lists.denied?.entries ?? []).map((denied) => {
      return { id: deniedId(denied), label: deniedId(denied), country: '', facts: denied.reason }
    }),
    revocation: revocationEntries(lists.revocation),
    rules: ruleEntries(lists.rules ?? []),
    'value-sets': valueSetEntries(lists.valueSets ?? []),
  }
}

/** The same text for the same certificate; two certificates may share a kid. */
export function signerId({ kid, spki }: DocumentSigner): string {
  return `${base64(kid)} ${base64(spki)}`
}

function signerEntry(signer: DocumentSigner): Entry {
  const { country, kid, algorithm, usages, notBefore, notAfter } = signer
  const validity = `${writeTime(notBefore)} to ${writeTime(notAfter)}`
  const facts = [country, algorithm, usages.join('+') || 'no usage', validity].join(', ')
  return { id: signerId(signer), label: `${country} ${base64(kid)}`, country, facts }
}

/** By signer and kind of hash. */
function revocationEntries(index: RevocationIndex | undefined): readonly Entry[] {
  return [...(index?.signers ?? [])].flatMap(([key, { whole, lists }]) => {
    const kid = base64(Buffer.from(key, 'latin1'))
    const all = whole ? [{ id: `${kid} all`, label: `${kid} all of its certificates`, country: '', facts: '' }] : []
    const some = lists.map(({ type, chunks }) => {
      const label = `${kid} ${type}`
      return { id: label, label, country: '', facts: digest(chunks.map((chunk) => chunk?.sha256).join()) }
    })
    return [...all, ...some]
  })
}

/** A rule with all of its versions. */
function ruleEntries(rules: readonly Rule[]): readonly Entry[] {
  return grouped(rules, ({ identifier }) => identifier).map(([identifier, versions]) => {
    const plain = versions.map((rule) => JSON.stringify({ ...rule, descriptions: [...rule.descriptions] }))
    const label = `${identifier} ${versions.map(({ version }) => version).join(', ')}`
    return { id: identifier, label, country: versions[0]?.country ?? '', facts: digest(plain.toSorted().join('\n')) }
  })
}

function valueSetEntries(sets: readonly DatedValueSet[]): readonly Entry[] {
  return grouped(sets, ({ id }) => id).map(([id, versions]) => {
    const label = `${id} ${versions.map(({ date, codes }) => `${date} (${codes.length} codes)`).join(', ')}`
    return { id, label, country: '', facts: digest(JSON.stringify(versions)) }
  })
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups]
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
