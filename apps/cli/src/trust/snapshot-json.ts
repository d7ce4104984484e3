import { type ListKind, listKinds, type Root, type Snapshot, type Statement, snapshotAge } from '@vaxcert/core/trust'
import { base64 } from '../terminal.ts'
import { writeTime } from '../times.ts'
import { summaryOf } from './summary.ts'

type Json = Readonly<Record<string, unknown>>

/** All that `trust show` tells of a snapshot, as one JSON object. */
export function snapshotJson(snapshot: Snapshot, now: Date): Json {
  const { root, manifest, statements } = snapshot
  const each = listKinds.map((kind: ListKind) => [kind, statementJson(statements[kind])])
  return {
    kind: 'snapshot',
    root: { ...statementJson(root), environment: root.environment, roles: rolesJson(root) },
    manifest: { ...statementJson(manifest), ...manifest.limits },
    age: snapshotAge(snapshot, now),
    lists: Object.fromEntries(each),
    holds: summaryOf(snapshot, now),
  }
}

function statementJson({ epoch, number, issuedAt, expiresAt }: Statement): Json {
  return { epoch, number, issuedAt: writeTime(issuedAt), expiresAt: writeTime(expiresAt) }
}

function rolesJson({ roles }: Root): Json {
  const each = (['root', 'lists'] as const).map((name) => {
    const { threshold, keys } = roles[name]
    return [name, { threshold, keys: keys.map(({ kid }) => base64(kid)) }]
  })
  return Object.fromEntries(each)
}
