/** Why a server gives no signature. All that it ever says about what it was asked to sign. */
export const refusalCodes = [
  'cose.shape',
  'claims.shape',
  'dcc.schema',
  'dcc.value-set',
  'signer.unknown',
  'signer.usage',
  'signer.country',
  'signer.expired',
  'policy.time',
  'policy.lifetime',
  'policy.identifier',
  'policy.event',
  'client.unknown',
  'client.rate',
  'request.shape',
  'request.size',
  'signer.busy',
  'signer.refused',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** The code that a text is; `signer.refused` for every other text. */
export function refusalCode(text: string): RefusalCode {
  return refusalCodes.find((code) => code === text) ?? 'signer.refused'
}

/** Whether the same may be asked again with success. */
export function isPassing(code: RefusalCode): boolean {
  return code === 'signer.busy' || code === 'client.rate'
}
