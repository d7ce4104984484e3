import type { Dcc, Usage } from './types.ts'

/** Which kind of event the certificate states; the schema allows exactly one. */
export function usageOf(dcc: Dcc): Usage {
  if (dcc.v !== undefined) return 'vaccination'
  return dcc.t !== undefined ? 'test' : 'recovery'
}
