import type { DocumentSigner } from '@vaxcert/core/trust'
import { openBook } from './book.ts'
import { certificateJudge } from './certificate-judge.ts'
import type { Findings } from './findings.ts'
import type { Handed } from './invented.ts'
import { logJudge } from './log-judge.ts'
import { checkWhole, emptyLook, settle } from './settle.ts'
import type { SeenCertificate, Sight } from './sight.ts'

/** Keeps what was planned for one ledger and all that was ever seen in it, and says what became of the promise. */
export interface Truth {
  /** It is being planned: it must be in the ledger when all is settled, and as a whole whenever it is there. */
  plan(handed: Handed): void
  see(sight: Sight): Promise<void>
  /** After a whole look at a ledger on which nobody works any more: every dose has its one outcome. */
  settle(): void
  counts(): { readonly delivered: number; readonly checkpoints: number }
}

export interface TruthOptions {
  readonly documentSigner: DocumentSigner
  /** The log's public key as text. */
  readonly logKey: string
  readonly findings: Findings
}

export function openTruth({ documentSigner, logKey, findings }: TruthOptions): Truth {
  const book = openBook(certificateJudge(documentSigner), findings)
  const log = logJudge(logKey, findings)
  const plans: Handed[] = []
  let seen = emptyLook()
  let isWhole = false

  async function certificate(sight: SeenCertificate): Promise<void> {
    const { number, leaf } = await book.certificate(sight)
    if (isWhole) log.entry(sight.doseNo, sight.leaf, leaf, sight.isReleased)
    if (number === undefined || !sight.isReleased) return
    const other = seen.given.get(number) ?? sight.doseNo
    if (other !== sight.doseNo) findings.add('duplicate', `number ${number}`)
    seen.given.set(number, sight.doseNo)
  }

  function begin(): void {
    seen = emptyLook()
    isWhole = true
    log.begin()
  }

  function end(): void {
    isWhole = false
    for (const number of book.given.keys())
      if (!seen.given.has(number)) findings.add('lost', `number ${number} was given away and is gone`)
    checkWhole(seen, plans, findings)
    log.end(false)
  }

  const seers: { readonly [Kind in Sight['kind']]: (sight: Extract<Sight, { kind: Kind }>) => void | Promise<void> } = {
    begin,
    end,
    dose: ({ doseNo, id }) => void seen.numbers.set(doseNo, Number(id)),
    held: ({ count }) => {
      seen.held = count
    },
    refusal: ({ doseNo }) => void seen.refused.add(doseNo),
    intent: ({ doseNo, digest }) => book.intent(doseNo, digest),
    certificate,
    checkpoint: ({ note }) => log.checkpoint(note),
    tile: ({ at, hashes }) => log.tile(at, hashes),
    size: ({ size }) => log.size(size),
  }

  return {
    plan: (handed) => void plans.push(handed),
    see: async (sight) => seers[sight.kind](sight as never),
    settle() {
      settle(seen, plans, findings)
      log.end(true)
    },
    counts: () => ({ delivered: book.given.size, checkpoints: log.checkpoints }),
  }
}
