import { needsSomebody, type QueueStatus } from '@vaxcert/batch'
import { count } from '../count.ts'
import { printable } from '../terminal.ts'
import { batchWords, wordsOfHeld } from './batch-words.ts'
import { stuckText, waitingText, wordsOfRefusal } from './run-words.ts'
import type { BatchStanding } from './status.ts'

/** How a batch stands, for people: what it needs comes last. */
export function statusText(batch: BatchStanding): string {
  const { doses, released, refused, chunks } = batch
  const inChunks = Object.entries(chunks).flatMap(([state, number]) => (number === 0 ? [] : [`${number} ${state}`]))
  const lines = [
    `Batch ${batch.batch} (${batch.kind}), ${batch.state}: ${released} of ${count(doses, 'dose')} issued, ${refused} refused`,
    ...(inChunks.length === 0 ? [] : [`  chunks: ${inChunks.join(', ')}`]),
    `  ${approvalsText(batch)}`,
    ...codeLines(batch.held, 'held back', wordsOfHeld),
    ...codeLines(batch.refusals, 'refused', wordsOfRefusal),
    ...Object.entries(batch.stuck).map(
      ([code, number]) => `  ALARM: ${count(number, 'chunk')} stuck: ${stuckText(code)}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** Who is at work, and what waits. */
export function queueText({ waiting, handedOut, atWork, dead, putOff }: QueueStatus): string {
  const letters = dead === 0 ? '' : `, ${count(dead, 'dead letter')}`
  return `${count(atWork, 'chunk')} at work; queue: ${waiting} waiting, ${handedOut} handed out${letters}\n${putOffLines(putOff)}`
}

/** What goes on only after somebody has looked is an alarm. */
function putOffLines(codes: Readonly<Record<string, number>>): string {
  const lines = Object.entries(codes).map(([code, number]) => {
    const alarm = needsSomebody(code) ? 'ALARM: ' : ''
    return `  ${alarm}${count(number, 'chunk')} waiting: ${waitingText(code)} (${code})\n`
  })
  return lines.join('')
}

function approvalsText({ approvals, approved }: BatchStanding): string {
  const who = approvals.map(({ by, at }) => `${printable(by)} at ${at}`).join(', ')
  const stored = approvals.length === 0 ? 'approved by nobody yet' : `approved by ${who}`
  if (approved === undefined) return stored
  if (approved === true) return `${stored}: both hold`
  const known: Readonly<Record<string, string>> = batchWords
  return `${stored}. NOT APPROVED: ${known[approved] ?? ''} (${approved})`
}

/** Days that were too busy at a facility are an alarm: they may be invented doses. */
function codeLines(
  codes: Readonly<Record<string, number>>,
  what: string,
  words: (code: string) => string,
): readonly string[] {
  return Object.entries(codes).map(([code, number]) => {
    const alarm = code === 'gate.facility-rate' ? 'ALARM: ' : ''
    return `  ${alarm}${number} ${what}: ${words(code)} (${code})`
  })
}
