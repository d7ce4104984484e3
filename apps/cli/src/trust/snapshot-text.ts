import { type ListKind, listKinds, type Root, type Snapshot, snapshotAge } from '@vaxcert/core/trust'
import { writeAge, writeDuration } from '../durations.ts'
import { writeTime } from '../times.ts'
import { roleText } from './staged-text.ts'
import { summaryOf } from './summary.ts'
import { listLines } from './summary-text.ts'

const LABEL_WIDTH = 12

/** Numbers, ages and counts of a snapshot: a line for the root, the manifest, and each list. */
export function headText(snapshot: Snapshot, now: Date): string {
  const { manifest, root } = snapshot
  const { staleAfter, tooOldAfter } = manifest.limits
  const lines: readonly (readonly [string, string])[] = [
    ['root', `${root.number}, epoch ${root.epoch}, ${root.environment}, expires ${writeTime(root.expiresAt)}`],
    [
      'manifest',
      `${manifest.number}, issued ${writeTime(manifest.issuedAt)}, expires ${writeTime(manifest.expiresAt)}`,
    ],
    [
      'age',
      `${ageText(snapshot, now)}; stale after ${writeDuration(staleAfter)}, too old after ${writeDuration(tooOldAfter)}`,
    ],
    ...listKinds.map((kind) => [kind, listText(snapshot, kind, now)] as const),
  ]
  return lines.map(([label, text]) => `${label.padEnd(LABEL_WIDTH)}${text}\n`).join('')
}

/** Who signs roots and who signs lists. */
export function rolesText({ roles }: Root): string {
  return `Keys\n  roots  ${roleText(roles.root)}\n  lists  ${roleText(roles.lists)}\n`
}

function ageText(snapshot: Snapshot, now: Date): string {
  const { age, seconds, clock } = snapshotAge(snapshot, now)
  const words = `${age.replace('-', ' ')}, ${writeAge(seconds)}`
  return clock === 'behind' ? `${words}; the clock is behind the newest time seen` : words
}

function listText(snapshot: Snapshot, kind: ListKind, now: Date): string {
  const { number, expiresAt } = snapshot.statements[kind]
  return `${number}, ${listLines(summaryOf(snapshot, now)).get(kind)}, expires ${writeTime(expiresAt)}`
}
