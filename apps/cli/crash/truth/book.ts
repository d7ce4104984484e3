import { hash } from 'node:crypto'
import type { CertificateJudge } from './certificate-judge.ts'
import type { Findings } from './findings.ts'
import { fateOf } from './invented.ts'
import { sha256 } from './merkle.ts'
import type { SeenCertificate } from './sight.ts'

/** A certificate as it was seen first. */
export interface Known {
  /** Of all that the ledger has of it. */
  readonly digest: string
  /** Of its text. */
  readonly text: string
  /** Whose it is; undefined where it is nobody's. */
  readonly number: number | undefined
  readonly leaf: string
}

/** All bytes that were ever fixed, and all texts that were ever given away: none of them may change, or go. */
export interface Book {
  intent(doseNo: number, digest: string): void
  certificate(seen: SeenCertificate): Promise<Known>
  /** Digests of the texts that were given away, by number. */
  readonly given: ReadonlyMap<number, string>
}

export function openBook(judge: CertificateJudge, { add }: Findings): Book {
  const intents = new Map<number, string>()
  const certificates = new Map<number, Known>()
  const given = new Map<number, string>()
  const released = new Set<number>()

  function intent(doseNo: number, digest: string): void {
    if ((intents.get(doseNo) ?? digest) !== digest) add('differing', `other bytes intended for dose ${doseNo}`)
    intents.set(doseNo, digest)
  }

  /** Verifies what was never seen before; compares what was. */
  async function knownOf(seen: SeenCertificate): Promise<Known> {
    const { doseNo, bytes, signature, salt, leaf, kid } = seen
    const digest = hash('sha256', [bytes, signature, salt, leaf, kid].join('/'))
    const before = certificates.get(doseNo)
    if (before?.digest === digest) return before
    if (before !== undefined) add('differing', `another certificate for dose ${doseNo}`)
    if (bytes !== null) intent(doseNo, sha256(bytes))
    const judged = await judge(seen)
    if (judged?.number === undefined)
      add('differing', `dose ${doseNo}: no certificate, or one that says something else`)
    const { number, text = '', leaf: hashed = '' } = judged ?? { number: undefined }
    const known = { digest, number, text: hash('sha256', text), leaf: hashed }
    certificates.set(doseNo, known)
    return known
  }

  function give(number: number, text: string): void {
    if (fateOf(number) !== 'issued') add('duplicate', `number ${number} must have none`)
    if ((given.get(number) ?? text) !== text) add('differing', `number ${number}: another text`)
    given.set(number, text)
  }

  return {
    intent,
    given,
    async certificate(seen) {
      const { doseNo, isReleased } = seen
      const known = await knownOf(seen)
      if (isReleased) released.add(doseNo)
      else if (released.has(doseNo)) add('lost', `dose ${doseNo} was given away and is released no more`)
      if (isReleased && known.number !== undefined) give(known.number, known.text)
      return known
    },
  }
}
