export { memorySigner } from '#memory-signer'
export { deterministicSigner } from './deterministic-signer.ts'
export type { MemoryKey } from './memory-signer.ts'
