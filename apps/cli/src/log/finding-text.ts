import type { LedgerLogFinding } from '@vaxcert/batch/log'
import { printable } from '../terminal.ts'
import { logWords } from './log-words.ts'

/** "entry 259 in tile/entries/001.p/14: an entry …". */
export function findingText(finding: LedgerLogFinding): string {
  return `${placeOf(finding)}: ${logWords[finding.code]} (${finding.code})`
}

function placeOf(finding: LedgerLogFinding): string {
  if (finding.code === 'log.checkpoint') return `checkpoint of ${finding.size} entries`
  if (finding.code === 'log.uncovered') return `${finding.count} certificates`
  const { path, entry, tile } = finding
  if (entry !== undefined) return path === undefined ? `entry ${entry}` : `entry ${entry} in ${path}`
  if (path !== undefined) return printable(path)
  return tile === undefined ? 'the whole log' : `tile ${tile.at} of level ${tile.level}`
}
