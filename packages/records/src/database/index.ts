export { copyBatches } from './copy-batches.ts'
export type { CopyRows, Database } from './database.ts'
export { openEmbedded, openScratch } from './embedded.ts'
export { openServer } from './server.ts'
