export type { Circuit } from './breaker.ts'
export type { HsmSigner, KeyIdentity, SignerHealth } from './hsm-signer.ts'
export { repeatedNonceAlarm } from './repeated-nonce-alarm.ts'
export { defaultRetries, type RetrySettings, type Surroundings } from './retry.ts'
