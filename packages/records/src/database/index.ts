export { copyBatches } from './copy-batches.ts'
export type { CopyCell, CopyRows, Database } from './database.ts'
export { openEmbedded, openScratch } from './embedded.ts'
export { openServer } from './server.ts'
