import { generateKeyPairSync, hash } from 'node:crypto'
import { noteSigner, signCheckpoint } from '@vaxcert/batch/log'
import { composeVaccination, finishSigned, makeUvci, prepare } from '@vaxcert/core/issue'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleAuthority, strangeSigner } from '../../crash/keys.ts'
import { type Broken, findings } from '../../crash/truth/findings.ts'
import { fateOf, type Handed, numberIn, rowsOf, saidOf } from '../../crash/truth/invented.ts'
import { growingTree, leafOf } from '../../crash/truth/merkle.ts'
import type { SeenCertificate, Sight } from '../../crash/truth/sight.ts'
import { openTruth } from '../../crash/truth/truth.ts'

const authority = sampleAuthority()
const { signer, documentSigner } = authority
const handed: Handed = { from: 1, count: 20, again: [] }
const { privateKey } = generateKeyPairSync('ed25519')
const log = noteSigner('log', 'crash.example/log', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** A certificate as the ledger would show it; its entry in the log is its own matter. */
function certificate(number: number, leaf: number, signing = signer): SeenCertificate {
  const { surname, given, birthDate, date } = saidOf(number)
  const person = { name: { familyName: surname, givenNames: given }, birthDate }
  const dose = { id: '1', product: 'EU/1/20/1528', date, country: 'VN' }
  const dcc = composeVaccination(
    { person, dose, timeline: [dose], uvci: makeUvci({ country: 'VN' }) },
    authority.issuer,
  )
  const { toBeSigned } = prepare(dcc, authority, { issuedAt: new Date() })
  const signature = signing.sign(toBeSigned) as Uint8Array
  const kid = hex(documentSigner.kid)
  const facts = { bytes: hex(toBeSigned), signature: hex(signature), salt: '00'.repeat(16), kid }
  return { kind: 'certificate', doseNo: number, leaf, isReleased: true, ...facts }
}

const issued = Array.from({ length: 20 }, (_, at) => at + 1).filter((number) => fateOf(number) === 'issued')
const refused = [11]
let certificates: readonly SeenCertificate[]
beforeAll(() => {
  certificates = issued.map((number, leaf) => certificate(number, leaf))
})

/** A checkpoint over the first certificates. */
function checkpoint(size: number, of = certificates): Sight {
  const tree = growingTree()
  for (const seen of of.slice(0, size)) tree.append(leafHash(seen))
  const root = Buffer.from(tree.root(), 'hex')
  return { kind: 'checkpoint', note: signCheckpoint({ origin: log.name, size, root }, log) }
}

function leafHash({ bytes, signature, salt, kid }: SeenCertificate): string {
  const { cose } = finishSigned(Buffer.from(bytes ?? '', 'hex'), Buffer.from(signature, 'hex'), 'ES256')
  return leafOf(kid ?? '', salt, hex(cose))
}

/** A ledger in which all is right. */
function wholeLook(of = certificates): Sight[] {
  return [
    { kind: 'begin' },
    checkpoint(of.length, of),
    ...[...issued, ...refused].map((number) => ({ kind: 'dose', doseNo: number, id: `${number}` }) as const),
    { kind: 'held', count: [...rowsOf(handed)].length - issued.length - refused.length },
    ...refused.map((doseNo) => ({ kind: 'refusal', doseNo }) as const),
    ...of,
    { kind: 'tile', at: 0, hashes: of.map(leafHash).join('') },
    { kind: 'size', size: of.length },
    { kind: 'end' },
  ]
}

/** What is found when these looks are taken one after the other, and nobody works any more. */
async function found(...looks: readonly (readonly Sight[])[]): Promise<Partial<Record<Broken, number>>> {
  const all = findings()
  const truth = openTruth({ documentSigner, logKey: log.verifierKey, findings: all })
  truth.plan(handed)
  for (const look of looks) for (const sight of look) await truth.see(sight)
  truth.settle()
  return Object.fromEntries(Object.entries(all.counts()).filter(([, count]) => count > 0))
}

describe('the truth of the crash tests', () => {
  it('finds nothing where nothing is wrong, however often it looks', async () => {
    const look = wholeLook()
    expect(await found(look)).toEqual({})
    expect(await found(certificates, look, look)).toEqual({})
  })

  it('knows whose certificate it is by what it says', () => {
    for (const number of [1, 15, 16, 255, 1_000_000])
      expect(numberIn(saidOf(number).given.toUpperCase().replaceAll(' ', '<'))).toBe(number)
    expect(numberIn('AN')).toBeUndefined()
  })

  it('finds a certificate that is missing, and one that was given away and is gone', async () => {
    const less = certificates.slice(0, -1)
    expect(await found(wholeLook(less))).toEqual({ lost: 1 })
    expect(await found(certificates, wholeLook(less))).toMatchObject({ lost: 2 })
  })

  it('finds a release that was taken back', async () => {
    const [first, ...others] = certificates as [SeenCertificate, ...SeenCertificate[]]
    const back = [{ ...first, isReleased: false }, ...others]
    expect(await found(wholeLook(), wholeLook(back))).toMatchObject({ lost: 3 })
  })

  it('finds a second certificate of one dose, under whatever number', async () => {
    const twice = [...certificates, { ...certificate(1, certificates.length), doseNo: 77 }]
    expect(await found(wholeLook(twice))).toMatchObject({ duplicate: 1, differing: 2 })
  })

  it('finds a certificate of a dose that must have none', async () => {
    const more = [...certificates, certificate(13, certificates.length)]
    expect(await found(wholeLook(more))).toMatchObject({ duplicate: 1 })
  })

  it('finds a text that changed after it was given away', async () => {
    const other = [certificate(1, 0), ...certificates.slice(1)]
    const counts = await found(certificates, wholeLook(other))
    expect(counts.differing).toBeGreaterThanOrEqual(2)
  })

  it('finds bytes that were signed and are not those that were fixed', async () => {
    const digest = hash('sha256', 'others')
    expect(await found([{ kind: 'intent', doseNo: 1, digest }], wholeLook())).toEqual({ differing: 1 })
  })

  it('finds the signature of a strange key', async () => {
    const strange = [certificate(1, 0, strangeSigner(signer)), ...certificates.slice(1)]
    expect(await found(wholeLook(strange))).toMatchObject({ differing: 1, lost: 1 })
  })

  it('finds a fork, a checkpoint of nobody, an entry too much and one at the wrong place', async () => {
    const look = wholeLook()
    const fork = checkpoint(3, [...certificates].reverse())
    expect(await found([fork], look)).toMatchObject({ unlogged: 1 })
    expect(await found([{ kind: 'checkpoint', note: 'nobody\n3\n\n' }], look)).toEqual({ unlogged: 1 })
    const head = look.map((sight) => (sight.kind === 'size' ? { ...sight, size: sight.size + 1 } : sight))
    expect(await found(head)).toEqual({ unlogged: 1 })
    const gap = look.map((sight) => (sight === certificates[5] ? { ...certificates[5], leaf: 99 } : sight))
    expect(await found(gap as Sight[])).toMatchObject({ unlogged: 1 })
    const tile = look.map((sight) => (sight.kind === 'tile' ? { ...sight, hashes: '00'.repeat(32) } : sight))
    expect(await found(tile)).toEqual({ unlogged: 1 })
  })

  it('finds a release that no checkpoint covers', async () => {
    const look = wholeLook()
    const uncovered = [...look.filter(({ kind }) => kind !== 'checkpoint'), checkpoint(3)]
    expect(await found(uncovered)).toMatchObject({ unlogged: 1 })
  })

  it('finds a plan of which only a part is there, a row that is neither planned nor held, and a refusal too much', async () => {
    const look = wholeLook()
    const half = look.filter((sight) => sight.kind !== 'dose' || sight.doseNo < 10)
    expect((await found(half)).lost).toBeGreaterThanOrEqual(1)
    expect(await found(look.map((sight) => (sight.kind === 'held' ? { ...sight, count: 0 } : sight)))).toEqual({
      lost: 1,
    })
    expect(await found([...look.slice(0, -1), { kind: 'refusal', doseNo: 1 }, { kind: 'end' }])).toEqual({ lost: 1 })
  })
})
