import type { Vector } from './vector.ts'

/** What a loop over the vectors needs to know of each before it opens it. */
interface IndexEntry {
  readonly id: string
  readonly kind: string
  readonly code?: string
  readonly officialId?: string
}

/** `index.json`: every vector, in river order. */
export function indexOf(vectors: readonly Vector[]): { readonly vectors: readonly IndexEntry[] } {
  return {
    vectors: vectors.map(({ id, officialId, expect }) => ({
      id,
      kind: expect.kind,
      ...('code' in expect && { code: expect.code }),
      ...(officialId && { officialId }),
    })),
  }
}
