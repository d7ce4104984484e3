export { findCandidates, findSigner } from './signature.ts'
export { checkCountry, checkUsage } from './signer.ts'
export { type Clock, checkTime, checkValidity } from './time.ts'
