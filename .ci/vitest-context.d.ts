export interface WycheproofSuite {
  testGroups: readonly {
    publicKeyDer: string
    tests: readonly { tcId: number; msg: string; sig: string; result: 'valid' | 'invalid' | 'acceptable' }[]
  }[]
}

declare module 'vitest' {
  interface ProvidedContext {
    /** First seed of the property tests. */
    seed: number
    /** Folder of the public suites, or null where they are absent. */
    suites: string | null
    /** A folder that lasts as long as the run; in Node alone. */
    runFolder: string
    /** P-256 P1363 and PSS-2048, null where absent. */
    wycheproof: readonly (WycheproofSuite | null)[]
  }
}
