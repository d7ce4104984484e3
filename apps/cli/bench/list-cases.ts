import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Signer } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { type Claims, decode } from '@vaxcert/core/dcc'
import {
  advance,
  type DocumentSigner,
  exactRevocation,
  type Offer,
  pinRoot,
  type Revocation,
  type RevocationSubject,
  readRevocationIndex,
  restore,
} from '@vaxcert/core/trust'
import {
  buildLists,
  listKid,
  makeRoot,
  type RevocationEntry,
  revocationFiles,
  signList,
} from '@vaxcert/core/trust/publish'
import type { RulePolicy } from '@vaxcert/core/verify'
import { judgeRules, type RuleSubject } from '@vaxcert/core/verify/rules'
import { sampleRules, sampleValueSets } from '../generate/sample-rules.ts'
import type { Case } from './measure.ts'

/** Signers of the measured snapshot, and revoked certificates of the measured list. */
export const SIGNERS = 1000
export const REVOKED = 100_000

/** "Fully vaccinated", of the sample rules of Viet Nam: the one that looks at most. */
const RULE = 'VR-VN-0002'

const issuedAt = new Date('2022-06-01T00:00:00Z')
const nextYear = new Date('2023-06-01T00:00:00Z')
const DAY = 86_400

/** A key made for this run alone. */
function makeKey(): { readonly spki: Uint8Array; readonly pkcs8: Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    spki: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
    pkcs8: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
  }
}

function makeSigner(index: number): DocumentSigner {
  const { spki } = makeKey()
  const kid = new Uint8Array(8)
  new DataView(kid.buffer).setUint32(4, index)
  const validity = { notBefore: 0, notAfter: 2 ** 32 }
  return { kid, spki, algorithm: 'ES256', country: 'VN', usages: ['vaccination', 'test', 'recovery'], ...validity }
}

function listSigner({ spki, pkcs8 }: ReturnType<typeof makeKey>): Signer {
  return memorySigner({ kid: listKid(spki), algorithm: 'ES256', pkcs8 })
}

/** A root of 2 of 3 keys in each role, and a snapshot of many signers under it. */
async function makeOffer(): Promise<{ readonly root: Uint8Array; readonly offer: Offer }> {
  const keys = Array.from({ length: 3 }, makeKey)
  const signers = keys.slice(0, 2).map(listSigner)
  const role = { threshold: 2, keys: keys.map(({ spki }) => spki) }
  const draft = makeRoot({ environment: 'test', roles: { root: role, lists: role }, issuedAt, expiresAt: nextYear })
  const root = await signList(draft, signers)
  const contents = {
    signers: Array.from({ length: SIGNERS }, (_, index) => makeSigner(index)),
    revocation: revocationFiles([], { at: issuedAt }).body,
    rules: sampleRules(),
    valueSets: sampleValueSets(),
  }
  const limits = { staleAfter: DAY, tooOldAfter: 7 * DAY }
  const options = { root: await pinRoot(root), issuedAt, manifestExpiresAt: nextYear, listsExpireAt: nextYear, limits }
  const { manifest, lists } = await buildLists(undefined, contents, options)
  const signed = Object.entries(lists).map(async ([kind, file]) => [kind, await signList(file, signers)] as const)
  return {
    root,
    offer: {
      roots: [],
      manifest: await signList(manifest, signers),
      lists: Object.fromEntries(await Promise.all(signed)),
    },
  }
}

interface Subjects {
  readonly rules: RuleSubject
  readonly revocable: RevocationSubject
}

/** A certificate of the benchmark, as the checks see it. */
function subjectsOf(text: string): Subjects {
  const decoded = decode(text)
  if (!decoded.ok || !('dcc' in decoded.layers.claims)) throw new Error('a certificate of the benchmark is unreadable')
  const { claims, message } = decoded.layers as { claims: Claims; message: typeof decoded.layers.message }
  const [{ ci, co } = { ci: '', co: '' }] = claims.dcc.v ?? []
  const kid = message.kid ?? new Uint8Array(8)
  return {
    rules: { claims, usage: 'vaccination', kid, signerCountry: 'VN' },
    revocable: { kid, signature: message.signature, algorithm: 'ES256', ci, country: co },
  }
}

/** Exact lists of `REVOKED` identifiers under one kid; the certificates of the benchmark are not among them. */
function revocationOf(kid: Uint8Array): Revocation {
  const entries = Array.from({ length: REVOKED }, (_, index): RevocationEntry => {
    const hash = createHash('sha256').update(`revoked ${index}`).digest().subarray(0, 16)
    return { type: 'UCI', kid, hash: new Uint8Array(hash) }
  })
  const { body, files } = revocationFiles(entries, { at: issuedAt })
  return exactRevocation(readRevocationIndex(body), { chunk: (name) => files.get(name) })
}

function lookUps(subjects: readonly RevocationSubject[], revocation: Revocation): Case['run'] {
  return async (times) => {
    for (let index = 0; index < times; index += 1) {
      const answer = revocation.isRevoked(subjects[index % subjects.length] as RevocationSubject)
      if (answer === true || (answer instanceof Promise && (await answer))) throw new Error('a wrong hit')
    }
  }
}

function judgements(subjects: readonly RuleSubject[], policy: RulePolicy): Case['run'] {
  const now = issuedAt.getTime() / 1000
  return (times) => {
    for (let index = 0; index < times; index += 1) {
      const results = judgeRules(policy, subjects[index % subjects.length] as RuleSubject, now)
      if (results[0]?.outcome === 'open') throw new Error('a rule of the benchmark cannot be read')
    }
  }
}

function repeated(action: () => Promise<unknown>): Case['run'] {
  return async (times) => {
    for (let index = 0; index < times; index += 1) await action()
  }
}

/** What signed lists cost: made once for the texts of the benchmark. */
export async function listCases(texts: readonly string[]): Promise<readonly Case[]> {
  const { root, offer } = await makeOffer()
  const pinned = await pinRoot(root)
  const held = await advance(pinned, offer, issuedAt)
  const subjects = texts.map(subjectsOf)
  const revocable = subjects.map((subject) => subject.revocable)
  const [{ kid } = { kid: new Uint8Array(8) }] = revocable
  const [rule] = held.rules.filter(({ identifier }) => identifier === RULE)
  if (rule === undefined) throw new Error('the rule of the benchmark is not there')
  const policy = { rules: [rule], valueSets: held.valueSets, country: 'VN', purpose: 'entry' } as const
  return [
    { name: 'advance', run: repeated(() => advance(pinned, offer, issuedAt)) },
    { name: 'restore', run: repeated(() => restore(pinned, held.files, held.newest)) },
    { name: 'look-up, nothing revoked', run: lookUps(revocable, revocationOf(Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1))) },
    { name: 'look-up, many revoked', run: lookUps(revocable, revocationOf(kid)) },
    {
      name: 'rule',
      run: judgements(
        subjects.map(({ rules }) => rules),
        policy,
      ),
    },
  ]
}
