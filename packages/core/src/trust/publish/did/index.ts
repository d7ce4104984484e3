export type { DidKey } from './did-key.ts'
export { signDidDocument } from './sign-did-document.ts'
export { type DidPlan, writeDidDocument } from './write-did-document.ts'
