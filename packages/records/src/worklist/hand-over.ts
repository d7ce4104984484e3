import { createHash } from 'node:crypto'
import { type Seal, type SealSigner, sealText } from '../confirm/seal.ts'
import type { Comparison } from './compare.ts'
import type { Decision } from './decisions.ts'
import type { WorkList } from './work-list.ts'

/** Whose key seals a hand-over: that of the office that takes the list back. */
export interface HandOverSigner {
  readonly signer: SealSigner
  readonly certificate: Uint8Array
}

/** A sheet as it lay there, by its digest. */
export interface HandOverFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** That a list came back, signed: what was compared by whom, and what follows from it. `statement` is JSON, to the letter. */
export interface HandOver {
  readonly statement: string
  readonly seal: Seal
}

/** Seals what became of a returned list: letter 2262/BYT-CNTT, step 3, as a record that can be held against its files. */
export function handOver(
  list: WorkList,
  taken: Extract<Comparison, { kind: 'taken' }>,
  decisions: readonly Decision[],
  { file, at, by }: { readonly file: HandOverFile; readonly at: Date; readonly by: HandOverSigner },
): Promise<HandOver> {
  const statement = JSON.stringify({
    format: 'vaxcert-hand-over',
    version: 1,
    list: list.id,
    digest: list.digest,
    persons: list.rows.length,
    sheet: sha256(file.bytes),
    decisions: sha256(decisionLines(decisions)),
    counts: { answered: taken.answers.length, open: taken.problems.length, untouched: taken.untouched },
    ...taken.signed,
    at: at.toISOString(),
  })
  return sealText(statement, by.signer, by.certificate).then((seal) => ({ statement, seal }))
}

/** The decisions file: NDJSON. */
export function decisionLines(decisions: readonly Decision[]): string {
  return decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('')
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
