// npm run vectors:make [-- FOLDER]: writes every generated file of test-vectors anew.
import { fileURLToPath } from 'node:url'
import { makeFiles } from './files.ts'
import { writeFiles } from './write-files.ts'

const home = fileURLToPath(new URL('../../../test-vectors', import.meta.url))
const files = await makeFiles()
writeFiles(process.argv[2] ?? home, files)
console.log(`${files.size} files`)
