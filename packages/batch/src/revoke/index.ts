export { forgetFacts } from './forget.ts'
export { type RevokedCertificate, type RevokeOptions, type RevokeResult, revoke, type Which } from './revoke.ts'
