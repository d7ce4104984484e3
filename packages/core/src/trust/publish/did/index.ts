export type { DidKey } from './did-key.ts'
export { type DidPlan, writeDidDocument } from './write-did-document.ts'
