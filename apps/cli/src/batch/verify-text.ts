import type { AuditCode, AuditFinding, ExportCode, ExportFinding } from '@vaxcert/batch'
import { count } from '../count.ts'
import { findingText } from '../log/finding-text.ts'
import { printable } from '../terminal.ts'
import type { LedgerProof, OutputReport } from './verify.ts'

/** What is wrong with a ledger. */
const auditWords: Readonly<Record<AuditCode, string>> = {
  'audit.doses': 'a chunk lacks doses, or doses lie in none or in two',
  'audit.dose': 'it goes by another name than it was planned under, or has other facts',
  'audit.outcome': 'a dose has no outcome, two, or one too early; or the chunk is not as far as it says',
  'audit.counts': 'a chunk counts otherwise than its rows, or a key was counted too little',
  'audit.certificate': 'our own verifier does not accept its certificate',
  'audit.content': 'its certificate says something else than was planned',
  'audit.stray': 'there are rows that belong to no dose',
}

/** What is wrong with what was exported. */
const exportWords: Readonly<Record<ExportCode, string>> = {
  'export.missing': 'its certificate is released and not in the output',
  'export.twice': 'a certificate that stands in the output before',
  'export.differing': 'another text than the ledger has, or the name of another dose',
  'export.unknown': 'no released certificate of the batch',
}

/** Findings that are told one by one, of each kind. */
const MOST = 20

export function proofText(proof: LedgerProof, isSound: boolean): string {
  const { ledger, log, output } = proof
  const { certificates, released, refused, chunks } = ledger
  const lines = [
    `${isSound ? 'SOUND' : 'BROKEN'}: ${count(certificates, 'certificate')} in ${count(chunks, 'chunk')}, ${released} released; ${refused} refused`,
    ...found(ledger.findings.map(auditText), ledger.wrong),
    `log: ${log.size} entries, ${count(log.checkpoints, 'checkpoint')}, ${log.uncovered} not covered yet`,
    ...found(log.findings.map(findingText), log.found),
    ...(output === undefined ? [] : outputLines(output)),
  ]
  return `${lines.join('\n')}\n`
}

function outputLines(output: OutputReport): readonly string[] {
  const { batch, given, released, revoked, absent } = output
  const pictures =
    absent === 0 ? [] : [`  ${count(absent, 'picture')} that a list names and that are not there, or empty`]
  return [
    `output of batch ${batch}: ${given} of ${released} released, ${revoked} of them revoked`,
    ...found(output.findings.map(exportText), output.found),
    ...pictures,
  ]
}

function auditText({ code, chunk, doseNo }: AuditFinding): string {
  const place = doseNo === undefined ? (chunk === undefined ? 'the ledger' : `chunk ${chunk}`) : `dose ${doseNo}`
  return `${place}: ${auditWords[code]} (${code})`
}

function exportText({ code, doseNo, file, line }: ExportFinding): string {
  const place = doseNo === undefined ? `${printable(file ?? '')}:${line}` : `dose ${doseNo}`
  return `${place}: ${exportWords[code]} (${code})`
}

function found(texts: readonly string[], all: number): readonly string[] {
  const shown = texts.slice(0, MOST)
  const more = all > shown.length ? [`  and ${all - shown.length} more`] : []
  return [...shown.map((text) => `  ${text}`), ...more]
}
