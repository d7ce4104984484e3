import { type Bag, isBag } from '../check-result.ts'
import { type GroupKey, readGroupKey } from './group-key.ts'

/** How the signatures of a group are written down. */
export type SignatureForm = 'P1363' | 'DER' | 'PSS'

/** One key and the signatures to try with it. */
export interface WycheproofGroup {
  readonly form: SignatureForm
  /** Hash of the message, "SHA-256". */
  readonly sha: unknown
  /** Mask generation function, its hash, and the length of the salt in bytes; of PSS groups. */
  readonly mgf: unknown
  readonly mgfSha: unknown
  readonly sLen: unknown
  readonly key: GroupKey
  /** Undefined stands for a test that cannot be read. */
  readonly tests: readonly (WycheproofTest | undefined)[]
}

export interface WycheproofTest {
  readonly tcId: number
  /** Hex. */
  readonly msg: string
  readonly sig: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
}

/** A group that must not count as run, and why. Without a form it is one of another kind, which is none of ours. */
export interface UnreadGroup {
  readonly form?: SignatureForm
  readonly problem: string
}

/** Whether a JSON object holds Wycheproof groups of signatures to verify that we have a word on. */
export function isWycheproofFile({ testGroups }: Bag): boolean {
  return Array.isArray(testGroups) && testGroups.some((group) => isBag(group) && formOf(group) !== undefined)
}

/** Every group in its order. */
export function readWycheproofFile({ testGroups }: Bag): readonly (WycheproofGroup | UnreadGroup)[] {
  return Array.isArray(testGroups) ? testGroups.map(readGroup) : []
}

function formOf({ type }: Bag): SignatureForm | undefined {
  if (type === 'EcdsaP1363Verify') return 'P1363'
  if (typeof type !== 'string' || type.length > 64) return undefined
  if (/^Ecdsa[A-Za-z]*Verify$/.test(type)) return 'DER'
  return /^RsassaPss[A-Za-z]*Verify$/.test(type) ? 'PSS' : undefined
}

function readGroup(group: unknown): WycheproofGroup | UnreadGroup {
  const form = isBag(group) ? formOf(group) : undefined
  if (!isBag(group) || form === undefined) return { problem: 'group of another kind' }
  const { sha, mgf, mgfSha, sLen, tests } = group
  const key = readGroupKey(group)
  if (key === undefined) return { form, problem: 'key of the group cannot be read' }
  const hash = isHash(sha) && (form !== 'PSS' || isPssDetail(group))
  if (!hash) return { form, problem: 'hash of the group cannot be read' }
  if (!Array.isArray(tests) || tests.length === 0) return { form, problem: 'group has no tests' }
  return { form, sha, mgf, mgfSha, sLen, key, tests: tests.map((test) => (isTest(test) ? test : undefined)) }
}

/** SHA-1 to SHA-512/256, SHA3-224 to SHA3-512, SHAKE128 and SHAKE256. */
const HASH = /^SHA(?:KE(?:128|256)|3?-[1-9]\d{0,2}(?:\/\d{3})?)$/

function isHash(value: unknown): boolean {
  return typeof value === 'string' && HASH.test(value)
}

function isPssDetail({ mgf, mgfSha, sLen }: Bag): boolean {
  return Number.isSafeInteger(sLen) && (mgf === 'MGF1' ? isHash(mgfSha) : isHash(mgf))
}

const RESULTS: readonly unknown[] = ['valid', 'invalid', 'acceptable']

function isTest(test: unknown): test is WycheproofTest {
  return (
    isBag(test) &&
    Number.isSafeInteger(test.tcId) &&
    isHex(test.msg) &&
    isHex(test.sig) &&
    RESULTS.includes(test.result)
  )
}

function isHex(value: unknown): boolean {
  return typeof value === 'string' && value.length % 2 === 0 && /^[0-9a-f]*$/i.test(value)
}
