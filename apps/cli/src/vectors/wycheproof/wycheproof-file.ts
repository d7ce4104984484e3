import { type Bag, isBag } from '../check-result.ts'

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
  /** SubjectPublicKeyInfo, hex. */
  readonly spki: string
  readonly tests: readonly WycheproofTest[]
}

export interface WycheproofTest {
  readonly tcId: number
  /** Hex. */
  readonly msg: string
  readonly sig: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
}

/** Whether a JSON object holds Wycheproof groups of signatures to verify that we have a word on. */
export function isWycheproofFile(json: Bag): boolean {
  return groupsOf(json).some((group) => formOf(group) !== undefined)
}

/** The groups of the three forms; others, and what is no group, are left out. */
export function readWycheproofFile(json: Bag): readonly WycheproofGroup[] {
  return groupsOf(json).flatMap((group) => {
    const form = formOf(group)
    return form === undefined ? [] : [readGroup(group, form)]
  })
}

function groupsOf({ testGroups }: Bag): readonly Bag[] {
  return Array.isArray(testGroups) ? testGroups.filter(isBag) : []
}

function formOf({ type }: Bag): SignatureForm | undefined {
  if (type === 'EcdsaP1363Verify') return 'P1363'
  if (typeof type !== 'string' || type.length > 64) return undefined
  if (/^Ecdsa[A-Za-z]*Verify$/.test(type)) return 'DER'
  return /^RsassaPss[A-Za-z]*Verify$/.test(type) ? 'PSS' : undefined
}

/** Releases before v1 call the key `keyDer`. */
function readGroup(group: Bag, form: SignatureForm): WycheproofGroup {
  const { sha, mgf, mgfSha, sLen, publicKeyDer, keyDer, tests } = group
  const spki = [publicKeyDer, keyDer].find((der) => typeof der === 'string') ?? ''
  return { form, sha, mgf, mgfSha, sLen, spki, tests: Array.isArray(tests) ? tests.filter(isTest) : [] }
}

function isTest(test: unknown): test is WycheproofTest {
  if (!isBag(test)) return false
  const { tcId, msg, sig, result } = test
  const known = result === 'valid' || result === 'invalid' || result === 'acceptable'
  return typeof tcId === 'number' && typeof msg === 'string' && typeof sig === 'string' && known
}
