import list from './known-differences.json' with { type: 'json' }

/** Reasons by SHA-256 of the file's bytes (lower-case hex) and name of the check. */
const differences: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(Object.entries(list))

/** Why this check of this very file is known to come out otherwise, where no rule could tell. */
export function listedDifference(digest: string, check: string): string | undefined {
  return differences.get(digest)?.[check]
}
