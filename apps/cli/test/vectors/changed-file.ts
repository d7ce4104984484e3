/** Changes to a file of dgc-testdata, each a copy. */
type File = Record<string, unknown>

export function changed(file: File, changes: Record<string, unknown>): File {
  return { ...file, ...changes }
}

export function withContext(file: File, changes: Record<string, unknown>): File {
  return { ...file, TESTCTX: { ...(file.TESTCTX as object), ...changes } }
}

export function expecting(file: File, flags: Record<string, unknown>): File {
  return { ...file, EXPECTEDRESULTS: flags }
}

export function without(file: File, ...names: string[]): File {
  return Object.fromEntries(Object.entries(file).filter(([name]) => !names.includes(name)))
}
