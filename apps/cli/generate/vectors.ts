// npm run vectors:make [-- FOLDER]: writes every generated file of test-vectors anew; without a folder keys-sample/lists too.
import { fileURLToPath } from 'node:url'
import { makeFiles } from './files.ts'
import { sampleLists } from './sample-lists.ts'
import { writeFiles } from './write-files.ts'

const home = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url))
const [folder] = process.argv.slice(2)
const files = await makeFiles()
writeFiles(folder ?? home('test-vectors'), files)
if (folder === undefined) writeFiles(home('keys-sample'), await sampleLists())
console.log(`${files.size} files`)
